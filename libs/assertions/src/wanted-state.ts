import { AppointmentRepository, type Institution } from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { Injectable } from '@nestjs/common';
import { type WantedItem, wantedItem } from './wanted-item.ts';

/** What the institution wants to stand on people's records today. */
@Injectable()
export class WantedState {
  constructor(
    private readonly appointments: AppointmentRepository,
    private readonly clock: Clock,
  ) {}

  /** The wanted items of each staff id, in one query; a staff id without any has an empty list. */
  async of(
    institution: Pick<Institution, 'id' | 'timeZone' | 'feed'>,
    staffIds: readonly string[],
  ): Promise<Map<string, WantedItem[]>> {
    const today = this.clock.today(institution.timeZone);
    const wanted = new Map<string, WantedItem[]>(staffIds.map((staffId) => [staffId, []]));
    for (const appointment of await this.appointments.ofStaff(institution.id, staffIds)) {
      const item = wantedItem(appointment, institution.feed, today);
      if (item !== undefined) wanted.get(appointment.staffId)?.push(item);
    }
    return wanted;
  }
}
