export { aGrant } from './grant.builder.ts';
export { OrcidDouble, type ScriptedAnswer, type SeenRequest } from './orcid-double.ts';
export { OTHERS, SandboxProcess, US } from './sandbox-process.ts';
