import { statfs } from 'node:fs/promises';

/** Linux's numbers of file systems on which another machine can change files without this one being told. */
const REMOTE: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xfe534d42, 'SMB'],
  [0xff534d42, 'SMB'],
  [0x01021997, '9P'],
  [0x65735546, 'FUSE'],
  [0x00c36400, 'Ceph'],
  [0x786f4256, 'a shared folder of VirtualBox'],
]);

/** The name of the file system when it is one that does not tell of all changes; null when it is local or unknown. */
export async function remoteFileSystem(path: string): Promise<string | null> {
  if (process.platform !== 'linux') return null;
  try {
    return REMOTE.get((await statfs(path)).type >>> 0) ?? null;
  } catch {
    return null;
  }
}
