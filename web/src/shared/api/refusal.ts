export interface Problem {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
  errors?: { pointer: string; message: string }[];
  allowed?: { rel: string; href: string }[];
}

const URN = 'urn:commonweal:refusal:';

/** The server understood and said no: `kind` is stable, `problem.detail` is for people. */
export class Refusal extends Error {
  readonly status: number;
  readonly kind: string;
  readonly problem: Problem;
  readonly retryAfterSeconds: number | undefined;

  constructor(status: number, problem: Problem, retryAfterSeconds?: number) {
    super(problem.detail ?? problem.title ?? `HTTP ${status}`);
    this.name = 'Refusal';
    this.status = status;
    this.problem = problem;
    this.kind = problem.type?.startsWith(URN) ? problem.type.slice(URN.length) : '';
    this.retryAfterSeconds = retryAfterSeconds;
  }

  static async of(response: Response): Promise<Refusal> {
    const retryAfter = Number(response.headers.get('Retry-After'));
    const body = (await response.json().catch(() => ({}))) as Problem;
    return new Refusal(
      response.status,
      body,
      Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter : undefined,
    );
  }
}

/** No answer came: nobody knows whether the server heard us, so the same id must be used again. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('The server cannot be reached.', { cause });
    this.name = 'Unreachable';
  }
}

const ATTEMPTS = 3;

/** Whether trying the same thing again can help. Every act carries its own id, so it is safe. */
export function worthRetrying(failures: number, error: Error): boolean {
  if (failures >= ATTEMPTS) return false;
  if (error instanceof Unreachable) return true;
  return error instanceof Refusal && [502, 503, 504].includes(error.status);
}

export function pauseBeforeRetry(failures: number, error: Error): number {
  const asked = error instanceof Refusal ? error.retryAfterSeconds : undefined;
  return asked === undefined ? Math.min(400 * 2 ** failures, 4000) : Math.min(asked, 10) * 1000;
}
