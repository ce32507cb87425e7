#!/usr/bin/env node
// Installs packages, Portolan's Node and the models where they are missing, and does nothing else.

import { prepare } from './lib/prepare.mjs';
import { report } from './lib/say.mjs';

prepare().catch(report);
