import { anInstitution, TestModule } from '../testing/index.ts';
import { AppointmentRepository, type StatedAppointment } from './appointment.repository.ts';

const at = new Date('2026-02-01T00:00:00Z');
const stated = (jobId: string, given: Partial<StatedAppointment> = {}): StatedAppointment => ({
  staffId: '000042',
  jobId,
  organizationName: 'Example University',
  city: 'Pasadena',
  region: null,
  country: 'US',
  rorId: 'https://ror.org/05dxps055',
  department: 'Physik & Überraschung',
  role: '教授',
  startDate: '2021-03',
  endDate: null,
  url: null,
  ...given,
});

const counts = (jobs: readonly { added: boolean }[]) => {
  const added = jobs.filter((job) => job.added).length;
  return { added, changed: jobs.length - added };
};

describe('the stated appointments', () => {
  let app: TestModule;
  let appointments: AppointmentRepository;
  const [institution, other] = [anInstitution(), anInstitution()];

  beforeAll(async () => {
    app = await TestModule.start();
    await app.store(institution, other);
    appointments = app.get(AppointmentRepository);
  });

  afterAll(() => app.close());

  it('are added, changed where they differ, and left alone where they do not', () =>
    app.request(async () => {
      expect(counts(await appointments.upsert(institution.id, [stated('1'), stated('2')], at))).toEqual({
        added: 2,
        changed: 0,
      });
      const again = [stated('1'), stated('2', { endDate: '2026-01-31' }), stated('3')];
      expect(counts(await appointments.upsert(institution.id, again, at))).toEqual({ added: 1, changed: 1 });
      const found = await appointments.ofStaff(institution.id, ['000042']);
      expect(found.map(({ jobId, endDate, role }) => [jobId, endDate, role])).toEqual([
        ['1', null, '教授'],
        ['2', '2026-01-31', '教授'],
        ['3', null, '教授'],
      ]);
    }));

  it('become absent when an export no longer lists them, once, and present again when one does', () =>
    app.request(async () => {
      await appointments.upsert(other.id, [stated('1'), stated('2')], at);
      const listed = [{ staffId: '000042', jobId: '1' }];
      expect(await appointments.markAbsent(other.id, listed, '2026-02-01', at)).toBe(1);
      expect(await appointments.markAbsent(other.id, listed, '2026-02-02', at)).toBe(0);
      expect(await appointments.countPresent(other.id)).toBe(1);
      const absent = (await appointments.ofStaff(other.id, ['000042'])).map(({ jobId, absentSince }) => [
        jobId,
        absentSince,
      ]);
      expect(absent).toEqual([
        ['1', null],
        ['2', '2026-02-01'],
      ]);
      expect(counts(await appointments.upsert(other.id, [stated('2')], at))).toEqual({ added: 0, changed: 1 });
      expect(await appointments.countPresent(other.id)).toBe(2);
    }));

  it('of one institution are never touched by another’s export', () =>
    app.request(async () => {
      await appointments.markAbsent(other.id, [], '2026-02-03', at);
      expect(await appointments.countPresent(institution.id)).toBe(3);
    }));
});
