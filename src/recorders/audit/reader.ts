/** The reader's first line: from then on it misses nothing. */
export const READY = 'READY'

/**
 * The command that starts the reader of the kernel's audit records. The reader
 * prints `READY` and counts until its standard input closes, which also happens
 * when this process is killed. Then it prints one line, for `parseAuditReport`
 * (records.ts). If it cannot read the records, it says so on standard error and
 * exits with code 1.
 *
 * @param python the interpreter, Python 3.6 or later
 */
export function auditReaderCommand(python: string): string[] {
  // Isolated: root must not import a `json.py` from the working directory.
  return [python, '-I', '-c', PROGRAM]
}

/**
 * The reader is a Python program, because Node.js has no netlink sockets.
 *
 * - It counts records instead of passing them on: a container can make 100,000
 *   a second. It keeps only the fields that tell calls apart, which leaves a
 *   few hundred different texts.
 * - kauditd sends records in the order in which they were made (kernel/audit.c,
 *   `audit_queue`). So once a record that was made after the container's end
 *   arrives, all of the container's records have arrived. It is made in the
 *   same way as the container's, by a call under a filter with SECCOMP_RET_LOG,
 *   because messages from user space (AUDIT_USER) are not passed on while audit
 *   is disabled, as it is without auditd.
 * - A record made in the same way before READY shows that such records arrive.
 * - If the receive buffer is full, the reader loses records (`Drops` in
 *   /proc/net/netlink); if the backlog is full, the audit system loses them
 *   (`lost` in its status, linux/audit.h `struct audit_status`).
 */
const PROGRAM = String.raw`
import ctypes, errno, json, os, select, socket, struct, sys, time

NETLINK_AUDIT, READLOG = 9, 1
AUDIT_GET, AUDIT_SECCOMP = 1000, struct.pack('=H', 1326)
NLM_F_REQUEST, NLMSG_ERROR = 1, 2
SO_RCVBUFFORCE = 33
# The kernel doubles it and takes 2304 bytes a record: 110,000 records.
BUFFER = 128 << 20
LONGEST = 16384
MAX_TEXTS = 200000
PANIC = 2

libc = ctypes.CDLL(None, use_errno=True)


class Instruction(ctypes.Structure):
    _fields_ = [('code', ctypes.c_ushort), ('jt', ctypes.c_ubyte),
                ('jf', ctypes.c_ubyte), ('k', ctypes.c_uint)]


class Filter(ctypes.Structure):
    _fields_ = [('length', ctypes.c_ushort),
                ('instructions', ctypes.POINTER(Instruction))]


def make_record():
    """Makes a record; returns text that is in it and in no other."""
    name = b'sl-' + os.urandom(6).hex().encode()
    ret_log = Instruction(0x06, 0, 0, 0x7ffc0000)
    log_all = Filter(1, ctypes.pointer(ret_log))
    child = os.fork()
    if child == 0:
        PR_SET_NAME, PR_SET_SECCOMP, PR_SET_NO_NEW_PRIVS = 15, 22, 38
        libc.prctl(PR_SET_NAME, name, 0, 0, 0)
        libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        libc.prctl(PR_SET_SECCOMP, 2, ctypes.byref(log_all), 0, 0)
        os._exit(0)
    os.waitpid(child, 0)
    return b' comm="' + name + b'"'


class Reader:
    def __init__(self):
        self.counts, self.unkept, self.overruns = {}, 0, 0
        self.socket = socket.socket(
            socket.AF_NETLINK, socket.SOCK_RAW, NETLINK_AUDIT)
        self.socket.setsockopt(socket.SOL_SOCKET, SO_RCVBUFFORCE, BUFFER)
        self.socket.bind((0, READLOG))
        self.socket.setblocking(False)

    def take(self, mark=b'\0none'):
        """Counts some waiting records; returns whether the mark was there."""
        counts, receive = self.counts, self.socket.recv
        marked = False
        for _ in range(4096):
            try:
                record = receive(LONGEST)
            except BlockingIOError:
                break
            except OSError as error:
                if error.errno != errno.ENOBUFS:
                    raise
                self.overruns += 1
                continue
            if record[4:6] != AUDIT_SECCOMP:
                continue
            if mark in record:
                marked = True
            # Without time, process, label, path and address.
            ses = record.find(b' ses=')
            comm = record.find(b' comm=', ses)
            call = record.rfind(b' arch=')
            ip = record.find(b' ip=', call)
            text = (record[ses:record.find(b' ', ses + 1)]
                    + record[comm:record.find(b' ', comm + 1)]
                    + record[call:ip]
                    + record[record.find(b' ', ip + 1):])
            if text in counts:
                counts[text] += 1
            elif len(counts) < MAX_TEXTS:
                counts[text] = 1
            else:
                self.unkept += 1
        return marked

    def until_input_closes(self):
        poll = select.poll()
        poll.register(self.socket, select.POLLIN)
        poll.register(0, select.POLLIN)
        while True:
            ready = dict(poll.poll())
            if 0 in ready and not os.read(0, 4096):
                return
            self.take()

    def to_the_end(self):
        """Reads all records made before now; returns whether it could."""
        poll = select.poll()
        poll.register(self.socket, select.POLLIN)
        for _ in range(5):
            # A dropped record never arrives: then make another one.
            mark = make_record()
            begin = time.monotonic()
            while poll.poll(1000) and time.monotonic() - begin < 10:
                if self.take(mark):
                    return True
        return False

    def dropped(self):
        inode = str(os.fstat(self.socket.fileno()).st_ino)
        with open('/proc/net/netlink') as sockets:
            rows = [line.split() for line in sockets]
        drops = rows[0].index('Drops')
        own = [int(row[drops]) for row in rows if row[-1] == inode]
        return max([self.overruns] + own)


def status():
    request = struct.pack('=IHHII', 16, AUDIT_GET, NLM_F_REQUEST, 1, 0)
    with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW,
                       NETLINK_AUDIT) as asking:
        asking.settimeout(10)
        asking.send(request)
        while True:
            reply = asking.recv(LONGEST)
            kind, = struct.unpack_from('=H', reply, 4)
            if kind == NLMSG_ERROR:
                number = -struct.unpack_from('=i', reply, 16)[0]
                raise OSError(number, os.strerror(number))
            if kind == AUDIT_GET:
                fields = struct.unpack_from('=7I', reply, 16)
                return dict(zip(('mask', 'enabled', 'failure', 'pid',
                                 'rateLimit', 'backlogLimit', 'lost'), fields))


def main():
    try:
        before = status()
        reader = Reader()
    except OSError as error:
        sys.exit('the audit socket: ' + str(error))
    if before['failure'] == PANIC:
        sys.exit('the kernel is told to panic when it loses an audit record'
                 ' (auditctl -f 2)')
    if not reader.to_the_end():
        sys.exit('a call that a filter logs produces no audit record')
    try:
        # The container must not make records faster than we read them.
        os.setpriority(os.PRIO_PROCESS, 0, -10)
    except OSError:
        pass
    print('READY', flush=True)
    reader.until_input_closes()
    is_whole = reader.to_the_end()
    json.dump({
        'records': [[text.decode('ascii', 'replace'), count]
                    for text, count in reader.counts.items()],
        'unkept': reader.unkept,
        'dropped': reader.dropped(),
        'isWhole': is_whole,
        'before': before,
        'after': status(),
    }, sys.stdout)
    print(flush=True)


main()
`
