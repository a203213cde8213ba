import { Controller, Get, Header, NotFoundException, Param, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { ASSETS } from './assets.ts';

@Controller()
export class AssetsController {
  @Get('assets/:version/:name')
  @Header('Cache-Control', 'public, max-age=31536000, immutable')
  asset(@Param('name') name: string, @Res() response: Response): void {
    const asset = ASSETS.get(name);
    if (asset === undefined) throw new NotFoundException();
    response.type(asset.type).send(asset.body);
  }

  /** The institution's colour, as a stylesheet: styles inside pages are forbidden by our own policy. */
  @Get('brand.css')
  @Header('Cache-Control', 'public, max-age=86400')
  @Header('Content-Type', 'text/css')
  brand(@Query('color') color: unknown): string {
    return typeof color === 'string' && /^#[0-9a-f]{6}$/i.test(color) ? `:root { --brand: ${color}; }\n` : '';
  }
}
