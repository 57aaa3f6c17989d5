import { Button, Menu, useMantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { me, signOut } from '@/shared/session/session';
import { LANGUAGES, type Language, speak } from '@/shared/text/i18n';
import { Icon } from '@/shared/ui/Icon';
import css from './app.module.css';

/** Language, light or dark, what is known of me, and the way out. */
export function MyMenu() {
  const { t, i18n } = useTranslation();
  const { data } = useQuery(me);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          px={8}
          className={css.me}
          leftSection={<Icon name="mine" />}
        >
          <span className={css.myName}>{data?.person.name ?? t('menu.me')}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('menu.appearance')}</Menu.Label>
        {(['light', 'dark', 'auto'] as const).map((scheme) => (
          <Menu.Item
            key={scheme}
            leftSection={<Tick shown={colorScheme === scheme} />}
            onClick={() => setColorScheme(scheme)}
          >
            {t(`menu.${scheme}`)}
          </Menu.Item>
        ))}
        <Menu.Label>{t('menu.language')}</Menu.Label>
        {Object.entries(LANGUAGES).map(([code, name]) => (
          <Menu.Item
            key={code}
            lang={code}
            leftSection={<Tick shown={i18n.language === code} />}
            onClick={() => void speak(code as Language)}
          >
            {name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item renderRoot={(props) => <Link to="/me" {...props} />}>
          {t('profile.title')}
        </Menu.Item>
        <Menu.Item renderRoot={(props) => <Link to="/me/data" {...props} />}>
          {t('data.title')}
        </Menu.Item>
        <Menu.Item renderRoot={(props) => <Link to="/me/sessions" {...props} />}>
          {t('menu.sessions')}
        </Menu.Item>
        <Menu.Item onClick={signOut}>{t('menu.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Tick({ shown }: { shown: boolean }) {
  return <span style={{ width: 16 }}>{shown && <Icon name="check" size={16} />}</span>;
}
