import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import css from './figure.module.css';
import { Loading } from './Loaded';
import page from './page.module.css';

export interface ChartSpec {
  /** Category labels along the bottom, or times when every x is a date. */
  series: {
    name: string;
    kind: 'line' | 'bar';
    points: [string, number | null][];
    dashed?: boolean;
  }[];
  time?: boolean;
  format: (value: number) => string;
  /** Shorter words for the axis, where the finding already names the unit. */
  axis?: (value: number) => string;
  /** Each step up is ten times the one below: for figures that would press all others to the ground. */
  tenfold?: boolean;
}

// The chart library is larger than all the rest of a first load, so it comes only with the first chart.
const Chart = lazy(() => import('./Chart'));

interface Props {
  /** A sentence that states what the chart shows, not its subject. */
  finding: string;
  chart: ChartSpec;
  note?: ReactNode;
  columns: string[];
  rows: string[][];
}

/**
 * A chart whose title states the finding, with a table twin of the same figures. A single point draws nothing that the
 * finding does not say, so then it stands alone.
 */
export function Figure({ finding, chart, note, columns, rows }: Props) {
  const { t } = useTranslation();
  const worthDrawing = chart.series.some((one) => one.points.length > 1);
  return (
    <figure className={css.figure}>
      <figcaption className={css.finding}>{finding}</figcaption>
      {note && <p className={`${page.small} ${page.soft}`}>{note}</p>}
      {worthDrawing && (
        <>
          <div className={css.chart}>
            <Suspense fallback={<Loading />}>
              <Chart spec={chart} label={finding} />
            </Suspense>
          </div>
          <details className={css.twin}>
            <summary>{t('common.asTable')}</summary>
            <DataTable columns={columns} rows={rows} label={finding} />
          </details>
        </>
      )}
    </figure>
  );
}

export function DataTable({
  columns,
  rows,
  label,
}: {
  columns: string[];
  rows: string[][];
  label: string;
}) {
  return (
    <div className={page.tableFrame}>
      <table className={page.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...cells]) => (
            <tr key={first}>
              <th scope="row">{first}</th>
              {cells.map((cell, at) => (
                <td key={columns[at + 1]} data-label={columns[at + 1]}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
