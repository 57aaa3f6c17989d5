import { createContext, useContext } from 'react';
import type { Me, MyAlliance } from '../api/types';

export interface Here extends MyAlliance {
  me: Me['person'];
}

const HereContext = createContext<Here | undefined>(undefined);
export const HereProvider = HereContext.Provider;

/** Members shape purpose and goals, invite and vote; whoever belongs as something else reads and contributes. */
export function useIsMember(): boolean {
  return useHere().class === 'MEMBER';
}

/** The alliance this page is in, and who I am in it. */
export function useHere(): Here {
  const here = useContext(HereContext);
  if (!here) throw new Error('This component belongs inside of an alliance.');
  return here;
}
