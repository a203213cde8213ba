/**
 * The few pieces of DER (ITU-T X.690) that a certificate is made of. Node signs and reads certificates but cannot write
 * one, and no library that does is among the project's dependencies.
 */
export function sequence(...parts: Buffer[]): Buffer {
  return encoded(0x30, Buffer.concat(parts));
}

export function setOf(part: Buffer): Buffer {
  return encoded(0x31, part);
}

export function nothing(): Buffer {
  return encoded(0x05, Buffer.alloc(0));
}

export function utf8String(value: string): Buffer {
  return encoded(0x0c, Buffer.from(value, 'utf8'));
}

/** A leading zero octet keeps the number positive: DER integers are signed (X.690 section 8.3). */
export function positiveInteger(magnitude: Buffer): Buffer {
  const firstDigit = magnitude.findIndex((octet) => octet !== 0);
  const digits = firstDigit < 0 ? Buffer.of(0) : magnitude.subarray(firstDigit);
  return encoded(0x02, digits.readUInt8(0) < 0x80 ? digits : Buffer.concat([Buffer.of(0), digits]));
}

/** The first octet counts unused bits: none, our values are whole octets. */
export function bitString(value: Buffer): Buffer {
  return encoded(0x03, Buffer.concat([Buffer.of(0), value]));
}

/** RFC 5280 section 4.1.2.5: UTCTime up to 2049, GeneralizedTime after, both in seconds and Zulu. */
export function time(moment: Date): Buffer {
  const digits = `${moment.toISOString().slice(0, 19).replace(/\D/g, '')}Z`;
  return moment.getUTCFullYear() < 2050
    ? encoded(0x17, Buffer.from(digits.slice(2), 'ascii'))
    : encoded(0x18, Buffer.from(digits, 'ascii'));
}

export function objectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...others] = dotted.split('.').map(Number);
  return encoded(0x06, Buffer.from([40 * first + second, ...others.flatMap(base128)]));
}

function base128(arc: number): number[] {
  const octets = [arc % 128];
  for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128)) octets.unshift(128 + (rest % 128));
  return octets;
}

function encoded(tag: number, content: Buffer): Buffer {
  return Buffer.concat([Buffer.of(tag), lengthOf(content), content]);
}

function lengthOf(content: Buffer): Buffer {
  if (content.length < 128) return Buffer.of(content.length);
  const hex = content.length.toString(16);
  const octets = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  return Buffer.concat([Buffer.of(0x80 + octets.length), octets]);
}
