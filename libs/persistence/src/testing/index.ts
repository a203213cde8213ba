export {
  aConnection,
  anAssertion,
  anEmploymentContent,
  anInstitution,
  anOrcidClient,
  aPerson,
  aStaffId,
} from './builders.ts';
export { changeJobs, multiplyPeople } from './many-people.ts';
export { copyTestDatabase, createEarlierDatabase, createTestDatabase, type TestDatabase } from './test-database.ts';
export { aTokenKey, TestModule, type TestModuleOptions } from './test-module.ts';
export { Keyring } from '../vault/keyring.ts';
