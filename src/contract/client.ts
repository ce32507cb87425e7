import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from './contract.ts';

/** What every transport gives: the contract's methods, rejecting with PortolanError only. */
export type EngineClient = ContractRouterClient<Contract>;
