export const id = 407;
export const ids = [407];
export const modules = {

/***/ 7646:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ parseAcceptance),
/* harmony export */   o: () => (/* binding */ hasExpired)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _profile_compare_settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2996);
/* harmony import */ var _syscalls_architectures_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(302);
/* harmony import */ var _syscalls_nearest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3244);
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5863);





/**
 * Reads the input `accept-dangerous`: each line is a call, one of systemd's
 * groups or a setting, then perhaps `until` and a date, then perhaps `#` and a
 * reason, which may end with the date instead.
 *
 * @param deny what the workflow denies
 * @throws UserError for an unknown word, a word that is there twice or also in
 *   `deny`, and a date that does not exist
 */
function parseAcceptance(text, deny = new Map()) {
    const accepted = (0,_policy_js__WEBPACK_IMPORTED_MODULE_4__/* .readLines */ .Se)(text).map(parseLine);
    const words = accepted.map(({ word }) => word);
    const twice = words.find((word, index) => words.indexOf(word) !== index);
    if (twice !== undefined) {
        throw invalid(`names \`${twice}\` twice`, 'Remove one of the two lines.');
    }
    const denied = new Set(deny.values());
    const both = words.find(word => denied.has(word));
    if (both !== undefined)
        throw (0,_policy_js__WEBPACK_IMPORTED_MODULE_4__/* .contradiction */ .qX)(INPUT, both);
    // What is denied is not accepted with the rest of its group.
    return accepted.map(one => ({
        ...one,
        calls: new Set([...one.calls].filter(name => !deny.has(name)))
    }));
}
/** Whether its last day is over; `today` (UTC) is written like `until`. */
function hasExpired({ until }, today) {
    return until !== undefined && until < today;
}
const INPUT = 'accept-dangerous';
/** Settings of a profile, and its deletion, that open a container. */
const SETTINGS = [..._profile_compare_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .OPENING_SETTINGS */ .Dl, 'deleted'];
const EXAMPLES = [...SETTINGS, 'architecture: x86']
    .map(word => `\`${word}\``)
    .join(', ');
/** The words for architectures, by each way to name one, in lower case. */
const ARCHITECTURE_WORDS = new Map(_syscalls_architectures_js__WEBPACK_IMPORTED_MODULE_2__/* .ARCHITECTURES */ .X.flatMap((architecture) => {
    const word = (0,_profile_compare_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .architectureSetting */ .WV)(architecture);
    return [
        [word, word],
        [`architecture: ${architecture.toLowerCase()}`, word]
    ];
}));
function parseLine(read) {
    const { word, until } = splitLine(read.line);
    const { reason, until: late } = splitComment(read.comment);
    if (until !== undefined && late !== undefined) {
        throw invalid(`${show(word)} has two dates`, 'Remove one of them.');
    }
    return { ...resolveWord(word), reason, until: until ?? late };
}
/** The word before the `#`, and the date behind it. */
function splitLine(line) {
    const [word = '', until, date, ...more] = line
        .replace(/^architecture\s*:\s*/, 'architecture:')
        .split(/\s+/);
    if (until === undefined)
        return { word, until: undefined };
    if (until !== 'until' || date === undefined || more.length > 0) {
        const rest = [until, date, ...more].filter(part => part !== undefined);
        throw invalid(`${show(rest.join(' '))} follows ${show(word)}`, `Only \`until\` and a date may follow, such as \`${EXAMPLE}\`; a reason goes behind a \`#\`, and the next word on the next line.`);
    }
    return { word, until: existing(date) };
}
/** The reason behind the `#`, and the date at its end. */
function splitComment(comment) {
    const found = DATED.exec(comment);
    const [, date, rest = ''] = found ?? [];
    if (found === null || date === undefined) {
        return { reason: comment || undefined, until: undefined };
    }
    if (!/^[).]*$/.test(rest)) {
        throw invalid(`the date in ${show(comment)} is not at its end`, `Write \`${EXAMPLE}\` before the \`#\`, or at the end of the reason.`);
    }
    const reason = comment.slice(0, found.index).replace(/[\s,;(]+$/, '');
    return { reason: reason || undefined, until: existing(date) };
}
/** Anything that someone may mean as a date: one that is misread would never end. */
const DATED = /\buntil\s+(\d{4}[-./]\d{1,2}(?:[-./]\d{1,2})?|\d{1,2}[-./]\d{1,2}[-./]\d{4})(.*)$/is;
const EXAMPLE = 'until 2027-06-30';
function existing(date) {
    const day = new Date(`${date}T00:00:00Z`);
    // JavaScript takes February 30 for March 2.
    const exists = /^\d{4}-\d{2}-\d{2}$/.test(date) &&
        !Number.isNaN(day.getTime()) &&
        day.toISOString().startsWith(date);
    if (exists)
        return date;
    throw invalid(`${show(date)} is not a date`, `Write the last day that it counts as in \`${EXAMPLE}\`.`);
}
function resolveWord(word) {
    if (SETTINGS.includes(word))
        return { word, calls: new Set() };
    if (/^architecture(:|$)/.test(word))
        return resolveArchitecture(word);
    if (/^[^@].*[-:]/.test(word) && (0,_syscalls_nearest_js__WEBPACK_IMPORTED_MODULE_3__/* .nearestName */ .q)(word) === undefined) {
        throw invalid(`${show(word)} is not a setting`, `The settings are ${EXAMPLES}.`);
    }
    const calls = (0,_policy_js__WEBPACK_IMPORTED_MODULE_4__/* .callsOf */ .p9)(INPUT, word, `, or a setting (${EXAMPLES})`);
    return { word, calls: new Set(calls) };
}
function resolveArchitecture(word) {
    const name = word.slice('architecture:'.length);
    const known = ARCHITECTURE_WORDS.get(`architecture: ${name.toLowerCase()}`);
    if (known !== undefined)
        return { word: known, calls: new Set() };
    const names = [...new Set(ARCHITECTURE_WORDS.values())].map(value => value.split(' ')[1]);
    throw invalid(`${show(name)} is not an architecture`, `Write one as in \`architecture: x86\`: ${names.join(', ')}.`);
}
function invalid(message, hint) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`input ${INPUT}: ${message}`, { code: 'input', hint });
}
function show(text) {
    return JSON.stringify(text);
}


/***/ }),

/***/ 5863:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ON: () => (/* binding */ parsePolicy),
/* harmony export */   Se: () => (/* binding */ readLines),
/* harmony export */   lm: () => (/* binding */ NO_POLICY),
/* harmony export */   oA: () => (/* binding */ allowedOn),
/* harmony export */   p9: () => (/* binding */ callsOf),
/* harmony export */   qX: () => (/* binding */ contradiction)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _syscalls_groups_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4216);
/* harmony import */ var _syscalls_nearest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3244);
/* harmony import */ var _syscalls_numbers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3952);




/** A workflow that says nothing. */
const NO_POLICY = {
    deny: new Map(),
    allow: new Map(),
    reasons: new Map()
};
/**
 * Reads the inputs `deny` and `allow`: each line is a call or one of systemd's
 * groups, and `#` starts a reason. Where a group overlaps with the other list,
 * deny wins.
 *
 * @throws UserError for an unknown group or call, or a call that both lists
 *   name
 */
function parsePolicy(texts) {
    const deny = parseCalls('deny', texts.deny);
    const allow = parseCalls('allow', texts.allow);
    const both = [...allow.keys()].find(name => allow.get(name) === name && deny.get(name) === name);
    if (both !== undefined)
        throw contradiction('allow', both);
    const denied = new Set(deny.values());
    return {
        deny,
        allow: new Map([...allow].filter(([name]) => !deny.has(name))),
        reasons: new Map([
            // Of a group that is in both, nothing is left in `allow`.
            ...reasonsOf(texts.allow).filter(([line]) => !denied.has(line)),
            ...reasonsOf(texts.deny)
        ])
    };
}
/** The error of a line that is in `deny` and in another input. */
function contradiction(input, line) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`inputs deny and ${input}: both name \`${line}\``, {
        code: 'input',
        hint: 'Remove it from one of them.'
    });
}
/** The calls to allow on an architecture; of a group, only those it has. */
function allowedOn({ allow }, architecture) {
    const numbers = (0,_syscalls_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .syscallNumbers */ .Q3)(architecture);
    return new Map([...allow].filter(([name, line]) => line === name || Object.hasOwn(numbers, name)));
}
function parseCalls(input, text) {
    const calls = readLines(text).flatMap(({ line }) => callsOf(input, line).map(name => [name, line]));
    // The last entry of a name stays: its own line, or else the first group's.
    const isOwn = ([name, line]) => name === line;
    return new Map([
        ...calls.filter(call => !isOwn(call)).reverse(),
        ...calls.filter(isOwn)
    ]);
}
function reasonsOf(text) {
    return readLines(text)
        .filter(({ comment }) => comment !== '')
        .map(({ line, comment }) => [line, comment]);
}
/** The lines that say something, each with the text after its `#`. */
function readLines(text) {
    return text
        .split('\n')
        .map(line => {
        const [said = '', ...comment] = line.split('#');
        return { line: said.trim(), comment: comment.join('#').trim() };
    })
        .filter(({ line }) => line !== '');
}
/**
 * The calls that a line names.
 *
 * @param others what else a line of this input may name, for the hint
 * @throws UserError for an unknown group or call
 */
function callsOf(input, line, others = '') {
    const shown = JSON.stringify(line);
    if (line.startsWith('@')) {
        const members = (0,_syscalls_groups_js__WEBPACK_IMPORTED_MODULE_1__/* .expandGroup */ .SY)(line);
        if (members)
            return members;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`input ${input}: ${shown} is not a group of system calls`, {
            code: 'input',
            hint: `The groups are systemd's: ${_syscalls_groups_js__WEBPACK_IMPORTED_MODULE_1__/* .GROUP_NAMES */ .P.join(', ')}.`
        });
    }
    if ((0,_syscalls_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .syscallNames */ .EE)().has(line))
        return [line];
    const near = (0,_syscalls_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .nearestName */ .q)(line);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`input ${input}: ${shown} is not a known system call${near === undefined ? '' : `: did you mean \`${near}\`?`}`, {
        code: 'input',
        hint: `Write the name of a system call or of a group, such as \`@debug\`${others}, on each line of \`${input}\`.`
    });
}


/***/ }),

/***/ 4669:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ works)
/* harmony export */ });
/** Whether nothing is missing. */
function works(checks) {
    return checks.every(({ state }) => state !== 'missing');
}


/***/ }),

/***/ 422:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ setUpRunner)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _host_environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4743);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5625);



/**
 * Installs what a runner lacks (`setup: install`).
 *
 * @throws UserError if it fails
 */
async function setUpRunner(world) {
    const argv = [world.setupScript];
    const exitCode = await world.log.group('Set up the runner', show => {
        show(`${(0,_log_js__WEBPACK_IMPORTED_MODULE_2__/* .displayCommand */ .kc)(['bash', ...argv])}\n`);
        return world.exec('bash', argv, {
            env: (0,_host_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .podmanEnvironment */ .r)(world.environment),
            silent: true,
            ignoreReturnCode: true,
            listeners: { stdout: show, stderr: show }
        });
    });
    if (exitCode !== 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the runner could not be set up: setup-runner.sh ended with exit code ${exitCode}`, {
            code: 'runner',
            hint: 'See the log for what failed. It needs root, or sudo without a password. Otherwise, install what it lists by hand.'
        });
    }
}


/***/ }),

/***/ 8896:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DS: () => (/* binding */ checkCgroup2),
/* harmony export */   PH: () => (/* binding */ checkBtf),
/* harmony export */   P_: () => (/* binding */ checkTracefs),
/* harmony export */   ZZ: () => (/* binding */ checkHeaders),
/* harmony export */   uy: () => (/* binding */ checkLockdown)
/* harmony export */ });
/* unused harmony exports tracefsOf, tracefsCheck, lockdownCheck */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3916);
/* harmony import */ var _host_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3285);
/* harmony import */ var _host_packages_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1725);
/* harmony import */ var _mounts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2031);





const BTF = '/sys/kernel/btf/vmlinux';
/** The kernel's own types, from which BPF programs learn where fields are. */
async function checkBtf() {
    return (await (0,_host_files_js__WEBPACK_IMPORTED_MODULE_2__/* .exists */ .t2)(BTF))
        ? { name: 'BTF', state: 'ok', found: BTF }
        : {
            name: 'BTF',
            state: 'missing',
            found: `this kernel has no ${BTF}`,
            fix: 'Boot a kernel with CONFIG_DEBUG_INFO_BTF=y, as Fedora, Debian 11 or later and Ubuntu 20.10 or later have it.'
        };
}
/** Whether tracers find the tracepoint of system calls. */
async function checkTracefs() {
    const mounts = await (0,_mounts_js__WEBPACK_IMPORTED_MODULE_4__/* .readMounts */ .bq)();
    const directory = tracefsOf(mounts);
    if (directory === undefined)
        return tracefsCheck(undefined, 'gone');
    const tracepoint = `${directory}/events/raw_syscalls/sys_enter`;
    return tracefsCheck(directory, await lookFor(tracepoint));
}
/** Where tracefs is; debugfs mounts it in itself when it is looked into. */
function tracefsOf(mounts) {
    const tracefs = mounts.find(({ type }) => type === 'tracefs');
    const debugfs = mounts.find(({ type }) => type === 'debugfs');
    return tracefs?.directory ?? (debugfs && `${debugfs.directory}/tracing`);
}
/** What the mount of tracefs, and the tracepoint in it, mean for the check. */
function tracefsCheck(directory, tracepoint) {
    const name = 'tracefs';
    if (directory === undefined) {
        return {
            name,
            state: 'missing',
            found: 'not mounted',
            fix: 'sudo mount -t tracefs tracefs /sys/kernel/tracing'
        };
    }
    if (tracepoint === 'gone') {
        return {
            name,
            state: 'missing',
            found: `${directory} has no tracepoint raw_syscalls:sys_enter`,
            fix: 'Boot a kernel with CONFIG_FTRACE_SYSCALLS=y.'
        };
    }
    return { name, state: 'ok', found: directory };
}
/** Only root may look into tracefs. */
async function lookFor(file) {
    return node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default().access(file).then(() => 'there', (error) => ((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errnoCode */ .UK)(error) === 'ENOENT' ? 'gone' : 'hidden'));
}
/** Whether the kernel lets BPF programs read its memory. */
async function checkLockdown() {
    const text = await node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default().readFile('/sys/kernel/security/lockdown', 'utf8')
        .catch(() => undefined);
    return lockdownCheck(text);
}
/** What /sys/kernel/security/lockdown says, kernel_lockdown(7). */
function lockdownCheck(text) {
    const name = 'kernel lockdown';
    const mode = /\[(\w+)\]/.exec(text ?? '')?.[1];
    if (mode === undefined)
        return { name, state: 'absent', found: 'none' };
    if (mode !== 'confidentiality')
        return { name, state: 'ok', found: mode };
    return {
        name,
        state: 'missing',
        found: 'confidentiality: BPF programs may not read kernel memory',
        fix: 'Boot with lockdown=integrity, or without lockdown=.'
    };
}
/** Whether a container can have a cgroup of version 2, to be known by. */
async function checkCgroup2() {
    const found = (0,_mounts_js__WEBPACK_IMPORTED_MODULE_4__/* .cgroupVersion */ .h9)(await (0,_mounts_js__WEBPACK_IMPORTED_MODULE_4__/* .readMounts */ .bq)());
    return found === 'v2' || found === 'v1 and v2'
        ? { name: 'cgroup v2', state: 'ok', found }
        : {
            name: 'cgroup v2',
            state: 'missing',
            found: `cgroups here: ${found}`,
            fix: 'Boot with systemd.unified_cgroup_hierarchy=1.'
        };
}
/**
 * Whether BPF programs in C can be compiled for a kernel. BCC takes its
 * headers from these places (bcc, `kbuild_helper`, `KERNEL_HEADERS`).
 *
 * @param kernel its release, `uname -r`
 */
async function checkHeaders(kernel) {
    const name = 'kernel headers';
    const modules = `/lib/modules/${kernel}`;
    const places = [
        `${modules}/build/include`,
        `${modules}/source/include`,
        '/sys/kernel/kheaders.tar.xz',
        ...['', '.gz', '.xz', '.zst'].map(end => `${modules}/kernel/kernel/kheaders.ko${end}`)
    ];
    for (const place of places) {
        if (await (0,_host_files_js__WEBPACK_IMPORTED_MODULE_2__/* .exists */ .t2)(place))
            return { name, state: 'ok', found: place };
    }
    return {
        name,
        state: 'missing',
        found: `none for ${kernel}: neither ${modules}/build nor the kheaders module`,
        fix: `${await (0,_host_packages_js__WEBPACK_IMPORTED_MODULE_3__/* .installHeadersCommand */ .jy)(kernel)} (no such package? sudo bash scripts/setup-runner.sh makes them from BTF)`
    };
}


/***/ }),

/***/ 2031:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bq: () => (/* binding */ readMounts),
/* harmony export */   h9: () => (/* binding */ cgroupVersion)
/* harmony export */ });
/* unused harmony export parseMounts */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);

/** What this process sees mounted. */
async function readMounts() {
    const text = await node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default().readFile('/proc/self/mounts', 'utf8').catch(() => '');
    return parseMounts(text);
}
/** The lines of /proc/self/mounts, fstab(5). */
function parseMounts(text) {
    return text.split('\n').flatMap(line => {
        const [, directory, type] = line.split(' ');
        if (directory === undefined || type === undefined)
            return [];
        return [{ directory: unescape(directory), type }];
    });
}
function unescape(text) {
    return text.replace(/\\([0-7]{3})/g, (_, octal) => String.fromCharCode(parseInt(octal, 8)));
}
/** As OCI runtimes tell them apart (crun, `libcrun_get_cgroup_mode`). */
function cgroupVersion(mounts) {
    const typeOf = (directory) => mounts.findLast(mount => mount.directory === directory)?.type;
    if (typeOf('/sys/fs/cgroup') === 'cgroup2')
        return 'v2';
    if (typeOf('/sys/fs/cgroup/unified') === 'cgroup2')
        return 'v1 and v2';
    return mounts.some(({ type }) => type === 'cgroup') ? 'v1' : 'none';
}


/***/ }),

/***/ 1805:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hj: () => (/* binding */ readPrivileges),
/* harmony export */   PC: () => (/* binding */ canHave)
/* harmony export */ });
/* unused harmony exports CAPABILITIES, parsePrivileges */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);

/** Numbers of capabilities, linux/capability.h. */
const CAPABILITIES = {
    CAP_SYS_PTRACE: 19,
    CAP_SYS_ADMIN: 21,
    CAP_AUDIT_CONTROL: 30,
    CAP_AUDIT_READ: 37
};
/**
 * The rights that this process can get.
 *
 * @returns undefined if /proc does not say
 */
async function readPrivileges(sudo) {
    const text = await node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default().readFile('/proc/self/status', 'utf8').catch(() => '');
    return parsePrivileges(text, sudo);
}
/**
 * Reads /proc/PID/status, proc_pid_status(5).
 *
 * @param sudo whether root is reached through sudo, which the bounding set
 *   limits, capabilities(7); otherwise the effective set counts
 */
function parsePrivileges(status, sudo) {
    const set = sudo ? /^CapBnd:\s*([0-9a-f]+)$/m : /^CapEff:\s*([0-9a-f]+)$/m;
    const hex = set.exec(status)?.[1];
    if (hex === undefined)
        return undefined;
    return {
        capabilities: BigInt(`0x${hex}`),
        noNewPrivileges: /^NoNewPrivs:\s*1$/m.test(status)
    };
}
/** Whether root has a capability here; true if that is not known. */
function canHave(privileges, name) {
    if (!privileges)
        return true;
    return ((privileges.capabilities >> BigInt(CAPABILITIES[name])) & 1n) === 1n;
}


/***/ }),

/***/ 9489:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kp: () => (/* binding */ findProgram),
/* harmony export */   TV: () => (/* binding */ isExecutable),
/* harmony export */   nf: () => (/* binding */ checkProgram),
/* harmony export */   tE: () => (/* binding */ asRoot),
/* harmony export */   x5: () => (/* binding */ refusal)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _host_answer_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2610);
/* harmony import */ var _host_packages_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1725);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6585);






/** Where sudo finds programs besides PATH (`secure_path`, sudoers(5)). */
const SUDO_PATH = ['/usr/local/sbin', '/usr/sbin', '/sbin'];
/** The path of the program that this name would start. */
async function findProgram({ environment, sudo }, program) {
    const given = (environment['PATH'] ?? '/usr/bin:/bin').split(':');
    const directories = sudo ? [...given, ...SUDO_PATH] : given;
    const files = node_path__WEBPACK_IMPORTED_MODULE_2___default().isAbsolute(program)
        ? [program]
        : directories.map(directory => node_path__WEBPACK_IMPORTED_MODULE_2___default().join(directory, program));
    for (const file of files) {
        if (await isExecutable(file))
            return file;
    }
    return undefined;
}
/** Whether there is a file at this path that we may execute. */
async function isExecutable(file) {
    try {
        await node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default().access(file, (node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default().constants).X_OK);
        return (await node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default().stat(file)).isFile();
    }
    catch {
        return false;
    }
}
/** A command as root, with sudo if needed. It never asks for a password. */
function asRoot({ sudo }, argv, settings = []) {
    return sudo ? ['sudo', '-n', ...settings, ...argv] : [...argv];
}
/**
 * Whether a program is there and can be run as root, by asking it for its
 * version.
 */
async function checkProgram(machine, wanted) {
    const { program, settings } = wanted;
    const name = node_path__WEBPACK_IMPORTED_MODULE_2___default().basename(program);
    const file = await findProgram(machine, program);
    if (file === undefined) {
        const fix = await (0,_host_packages_js__WEBPACK_IMPORTED_MODULE_4__/* .installCommand */ .Je)(wanted.package);
        return { check: { name, state: 'missing', found: 'not installed', fix } };
    }
    const argv = asRoot(machine, [program, '--version'], settings);
    const answer = await (0,_host_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .ask */ .k)(argv, machine.environment);
    if (!answer.ok) {
        return { check: { name, ...refusal(machine, file, answer, settings) } };
    }
    const said = answer.stdout.trim().split('\n')[0] ?? '';
    const version = (0,_version_js__WEBPACK_IMPORTED_MODULE_5__/* .parseVersion */ .o)(said);
    const shown = /\d+(\.\d+)+/.exec(said)?.[0] ?? said;
    const check = { name, state: 'ok', found: `${shown}, ${file}` };
    return { check, ...(version && { version }) };
}
/** Why a program did not run as root, and what to do. */
function refusal({ sudo }, file, { stderr }, settings = []) {
    if (!sudo || !isSudo(stderr)) {
        const said = stderr.trim().split('\n').at(-1) ?? '';
        return {
            state: 'missing',
            found: `${file} does not run: ${said === '' ? 'it exited without output' : said}`,
            fix: `Run \`${file} --version\` and fix what it reports.`
        };
    }
    return {
        state: 'missing',
        found: `${file} cannot be run as root: ${stderr.trim().split('\n')[0] ?? ''}`,
        fix: fixSudo(stderr, file, settings.length > 0)
    };
}
/** Whether sudo said this, and not the program. */
function isSudo(stderr) {
    return /^(sudo|sudo-rs)\b|^Sorry, user |in the sudoers file/m.test(stderr);
}
function fixSudo(stderr, file, setsVariables) {
    if (/no.new.privileges/i.test(stderr)) {
        return "Remove NoNewPrivileges= from the unit of the runner's service; sudo cannot work with it.";
    }
    if (stderr.includes('ENOENT')) {
        return 'Install sudo, or run the runner as root.';
    }
    if (stderr.includes('must have a tty')) {
        return toSudoers(`Defaults:${userName()} !requiretty`);
    }
    const tags = setsVariables ? 'NOPASSWD:SETENV:' : 'NOPASSWD:';
    return toSudoers(`${userName()} ALL=(ALL) ${tags} ${file}`);
}
/**
 * A command that adds a line for sudo, sudoers(5). The last line that matches
 * counts, and the files are read in the order of their names.
 */
function toSudoers(line) {
    // No pipe in it, which would have to be escaped in a table.
    return `sudo sh -c 'echo "${line}" >> /etc/sudoers.d/zz-seccomp-lock'`;
}
/** The user of this process as sudoers(5) has it, by number if needed. */
function userName() {
    const uid = `#${process.getuid?.() ?? 0}`;
    try {
        const { username } = node_os__WEBPACK_IMPORTED_MODULE_1___default().userInfo();
        return /^[a-z_][\w-]*$/i.test(username) ? username : uid;
    }
    catch {
        return uid;
    }
}


/***/ }),

/***/ 4290:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ troubles)
/* harmony export */ });
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5625);

/** One line for each missing thing: what it is, what is wrong, what to do. */
function troubles(checks) {
    return checks
        .filter(({ state }) => state === 'missing')
        .map(({ name, found, fix }) => {
        const line = `${name}: ${found.replace(/\.$/, '')}`;
        return (0,_log_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)((fix ? `${line}. ${fix}` : line).replace(/\s+/g, ' '));
    });
}


/***/ }),

/***/ 6585:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ isBefore),
/* harmony export */   o: () => (/* binding */ parseVersion)
/* harmony export */ });
/** The first version in a text (`bpftrace v0.17.0`, `6.18.4-fc43`). */
function parseVersion(text) {
    const match = /(\d+)\.(\d+)(?:\.(\d+))?/.exec(text);
    if (!match)
        return undefined;
    return [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
}
/** Whether a version is older than another. */
function isBefore(version, other) {
    const at = version.findIndex((part, index) => part !== other[index]);
    return at >= 0 && (version[at] ?? 0) < (other[at] ?? 0);
}


/***/ }),

/***/ 7469:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _w: () => (/* binding */ buildImage),
  nQ: () => (/* binding */ stopBuild)
});

// UNUSED EXPORTS: findContainerfile

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
var promises_default = /*#__PURE__*/__webpack_require__.n(promises_);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/host/processes.ts
var processes = __webpack_require__(327);
// EXTERNAL MODULE: ./src/container/deadline.ts
var deadline = __webpack_require__(8499);
// EXTERNAL MODULE: ./src/container/kill.ts
var kill = __webpack_require__(3287);
// EXTERNAL MODULE: ./src/container/podman.ts
var container_podman = __webpack_require__(2166);
// EXTERNAL MODULE: ./src/container/on-host.ts
var on_host = __webpack_require__(6117);
;// CONCATENATED MODULE: ./src/container/working-containers.ts



/**
 * An option of `podman build` that marks its working containers as ours.
 * Nothing else that an engine keeps about them, such as a label or a process,
 * tells whose they are. A secret that no RUN step asks for changes neither the
 * image nor what is cached, and buildah writes its name into each working
 * container's `buildah.json` (`CommonBuildOpts.Secrets` in define/build.go).
 *
 * @param scratch the run's own directory, which has a unique name
 */
function markOption(scratch) {
    return `--secret=id=${markOf(scratch)},src=/dev/null`;
}
const markOf = (scratch) => external_node_path_default().basename(scratch);
/**
 * Removes only the working containers that a build with this mark left: other
 * builds have other marks.
 *
 * @param scratch the directory that `markOption` got
 */
async function removeWorkingContainers(podman, scratch) {
    const info = await podman.run(['info', '--format={{.Store.GraphRoot}}']);
    const mark = `"id=${markOf(scratch)},`;
    const root = info.stdout.trim();
    const files = podman.sudo
        ? await findFromContainer(podman, root, mark)
        : await find(root, mark);
    for (const file of files) {
        const id = /\/([0-9a-f]{64})\/userdata\/buildah\.json$/.exec(file)?.[1];
        if (id !== undefined)
            await podman.run(['rm', '--force', id]);
    }
}
/** The files of working containers that contain a text. */
async function find(root, text) {
    const files = [];
    const stores = (await list(root)).filter(name => name.endsWith('-containers'));
    for (const store of stores) {
        for (const id of await list(external_node_path_default().join(root, store))) {
            const file = external_node_path_default().join(root, store, id, 'userdata/buildah.json');
            // Not a working container, or its build has just ended.
            const found = await promises_default().readFile(file, 'utf8').catch(() => '');
            if (found.includes(text))
                files.push(file);
        }
    }
    return files;
}
const list = (directory) => promises_default().readdir(directory).catch(() => []);
/**
 * The same for a user who may run podman as root, but not read root's files.
 */
async function findFromContainer(podman, root, text) {
    const { stdout } = await (0,on_host/* runOnHost */.l)(podman, [], `for file in "$1"/*-containers/*/userdata/buildah.json; do
      json=
      IFS= read -r json < "$file"
      case $json in *"$2"*) printf '%s\\n' "$file" ;; esac
    done
    true`, [root, text]);
    return stdout.split('\n');
}

;// CONCATENATED MODULE: ./src/container/build.ts









/**
 * The file that `podman build` should read.
 *
 * @throws UserError if the context or the file is missing
 */
async function findContainerfile(context, containerfile) {
    const kind = await kindOf(context);
    if (kind !== 'a directory') {
        throw new errors/* UserError */.yo(`input context: ${context} is ${kind}`, {
            code: 'suite',
            hint: 'Name the directory that the image is built from.'
        });
    }
    if (containerfile !== undefined) {
        const found = await kindOf(containerfile);
        if (found === 'a file')
            return containerfile;
        throw new errors/* UserError */.yo(`input containerfile: ${containerfile} is ${found}`, {
            code: 'suite',
            hint: 'Name the Containerfile, relative to the working directory.'
        });
    }
    for (const name of ['Containerfile', 'Dockerfile']) {
        const file = external_node_path_default().join(context, name);
        if ((await kindOf(file)) === 'a file')
            return file;
    }
    throw new errors/* UserError */.yo(`input containerfile: ${context} has neither a Containerfile nor a Dockerfile`, { code: 'suite', hint: 'Set `containerfile`, `context`, or `image`.' });
}
async function kindOf(file) {
    const stat = await promises_default().stat(file).catch(() => undefined);
    if (!stat)
        return 'missing';
    return stat.isDirectory()
        ? 'a directory'
        : stat.isFile()
            ? 'a file'
            : 'not a regular file';
}
/**
 * Builds the image.
 *
 * @returns its ID
 * @throws UserError if the build fails or takes too long
 */
async function buildImage(podman, log, input) {
    const { context, containerfile } = input;
    const file = await findContainerfile(context, containerfile);
    const idFile = external_node_path_default().join(input.scratch, 'image-id');
    const own = [
        ...(input.target === undefined ? [] : [`--target=${input.target}`]),
        ...input.buildArgs.map(arg => `--build-arg=${arg}`)
    ];
    const fileOption = `--file=${csvField(file)}`;
    const args = [
        'build',
        `--iidfile=${idFile}`,
        fileOption,
        ...own,
        markOption(input.scratch),
        '--',
        context
    ];
    const shownFile = containerfile === undefined ? [] : [fileOption];
    const brief = ['build', ...shownFile, ...own, context];
    const { value: result, timedOut } = await log.group('Build the image', show => (0,deadline/* withDeadline */.N)(() => podman.run(args, { show, brief }), () => stopBuild(podman, input.scratch), input));
    if (timedOut) {
        throw new errors/* UserError */.yo(`the build took longer than ${input.timeoutMs / 60_000} minutes and was stopped`, {
            code: 'suite',
            hint: 'Raise `timeout-minutes`, or look in the log for where it hangs.'
        });
    }
    if (result.exitCode !== 0) {
        throw new errors/* UserError */.yo(`the image could not be built: podman build ended with exit code ${result.exitCode}`, {
            code: 'suite',
            hint: `The end of its output:\n${(0,container_podman/* lastLines */.w$)(result.stderr)}`
        });
    }
    return (await promises_default().readFile(idFile, 'utf8')).trim();
}
/** podman reads `--file` as comma-separated values (RFC 4180). */
function csvField(value) {
    return /[",]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
/** How often to try to stop a build, five times a second. */
const ROUNDS = 100;
/** A build without a process of its own for two seconds is told to end. */
const ROUNDS_WITHOUT_STEP = 10;
/**
 * Stops the build whose files are in `scratch`, if it still runs. A podman
 * build that gets a signal leaves its RUN step running and its working
 * container behind. If instead the process that works for it dies, it cleans up
 * and ends.
 *
 * @throws UserError if it cannot be stopped
 */
async function stopBuild(podman, scratch) {
    let wasRunning = false;
    for (let round = 0; round < ROUNDS; round++) {
        const all = await (0,processes/* listProcesses */.O3)();
        const ours = all.filter(process => isBuild(process) &&
            process.argv.some(arg => arg.startsWith(`--iidfile=${scratch}/`)));
        if (ours.length === 0) {
            // The build mostly did, unless its output was gone or it was told to end.
            if (wasRunning)
                await removeWorkingContainers(podman, scratch);
            return;
        }
        wasRunning = true;
        const workers = ours
            .flatMap(build => (0,processes/* descendants */.DG)(build.pid, all))
            .filter(isWorker);
        if (workers.length > 0) {
            await (0,kill/* killAsRoot */.h)(podman, (0,processes/* pidsOf */.IG)(workers), 'KILL');
        }
        else if (round >= ROUNDS_WITHOUT_STEP) {
            // It pulls or commits.
            await (0,kill/* killAsRoot */.h)(podman, (0,processes/* pidsOf */.IG)(ours), 'TERM');
        }
        await (0,external_node_timers_promises_.setTimeout)(200);
    }
    throw new errors/* UserError */.yo('podman build cannot be stopped', {
        code: 'suite',
        hint: 'Look for it on the runner: ps -ef | grep podman'
    });
}
function isBuild({ argv }) {
    return Boolean(argv[0]?.endsWith('podman')) && argv.includes('build');
}
/**
 * Whether a build waits for this process: a RUN step, or the copier of COPY
 * and ADD, which buildah starts under such a name (copier/copier.go).
 */
function isWorker({ isContained, argv }) {
    return isContained || Boolean(argv[0]?.startsWith('buildah-copier'));
}


/***/ }),

/***/ 6008:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ cleanUp)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _host_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3285);
/* harmony import */ var _host_processes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(327);
/* harmony import */ var _build_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7469);
/* harmony import */ var _kill_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3287);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3042);







/**
 * Removes what a run left behind if it was killed before it could clean up: the
 * build, the container, the tracers, the temporary directory. Safe to call
 * again.
 *
 * @returns whether there was anything left
 */
async function cleanUp(podman, leftovers) {
    const wasKilled = await (0,_host_files_js__WEBPACK_IMPORTED_MODULE_2__/* .exists */ .t2)(leftovers.scratch);
    try {
        await (0,_build_js__WEBPACK_IMPORTED_MODULE_4__/* .stopBuild */ .nQ)(podman, leftovers.scratch);
    }
    finally {
        try {
            await (0,_run_js__WEBPACK_IMPORTED_MODULE_6__/* .stopTests */ .Gb)(podman, leftovers.container);
            await endTracers(podman, leftovers.scratch);
        }
        finally {
            await node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default().rm(leftovers.scratch, { recursive: true, force: true });
        }
    }
    return wasKilled;
}
/** How long tracers may take to end by themselves, as they do after us. */
const ENDING_MS = 15_000;
/** A tracer has a path below the run's directory on its command line. */
async function endTracers(podman, scratch) {
    // Anything but such a path would name other people's processes.
    if (!/^\/.*\/seccomp-lock-\w+$/.test(scratch))
        return;
    const find = async () => (await (0,_host_processes_js__WEBPACK_IMPORTED_MODULE_3__/* .listProcesses */ .O3)()).filter(({ pid, argv }) => pid !== process.pid && argv.some(text => text.includes(scratch)));
    const deadline = Date.now() + ENDING_MS;
    while ((await find()).length > 0) {
        if (Date.now() > deadline) {
            await (0,_kill_js__WEBPACK_IMPORTED_MODULE_5__/* .killAsRoot */ .h)(podman, (0,_host_processes_js__WEBPACK_IMPORTED_MODULE_3__/* .pidsOf */ .IG)(await find()), 'KILL');
            return;
        }
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(100);
    }
}


/***/ }),

/***/ 8499:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ withDeadline)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);

/**
 * Runs `work`, and `stop` if that takes longer than `timeoutMs` or the run is
 * cancelled. Always waits for `work` to end.
 *
 * @throws the signal's reason if the run was cancelled
 */
async function withDeadline(work, stop, { timeoutMs, signal }) {
    refuseAborted(signal);
    let timedOut = false;
    let stopping = Promise.resolve();
    const end = () => {
        stopping = stop();
        // A failure to stop comes out below; here it must not go unhandled.
        stopping.catch(() => undefined);
    };
    const timer = setTimeout(() => {
        timedOut = true;
        end();
    }, timeoutMs);
    signal.addEventListener('abort', end, { once: true });
    try {
        const value = await work();
        await stopping;
        refuseAborted(signal);
        return { value, timedOut };
    }
    finally {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
    }
}
function refuseAborted(signal) {
    if (signal.aborted)
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .abortError */ .vt)(signal);
}


/***/ }),

/***/ 8273:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OC: () => (/* binding */ engineName),
/* harmony export */   P7: () => (/* binding */ inspectEngine),
/* harmony export */   aE: () => (/* binding */ readEngineDefault)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7934);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3916);
/* harmony import */ var _profile_parse_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2992);
/* harmony import */ var _podman_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2166);






const infoSchema = valibot__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
    host: valibot__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
        arch: valibot__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
        kernel: valibot__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
        ociRuntime: valibot__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({ name: valibot__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), version: valibot__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()) }),
        security: valibot__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
            rootless: valibot__WEBPACK_IMPORTED_MODULE_5__/* .boolean */ .zMY(),
            seccompEnabled: valibot__WEBPACK_IMPORTED_MODULE_5__/* .boolean */ .zMY(),
            seccompProfilePath: valibot__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP())
        })
    }),
    version: valibot__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({ Version: valibot__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP() })
});
/** Go's names of architectures, as `podman info` gives them. */
const ARCHITECTURE_OF = {
    amd64: 'SCMP_ARCH_X86_64',
    arm64: 'SCMP_ARCH_AARCH64',
    arm: 'SCMP_ARCH_ARM',
    386: 'SCMP_ARCH_X86',
    ppc64le: 'SCMP_ARCH_PPC64LE',
    riscv64: 'SCMP_ARCH_RISCV64',
    s390x: 'SCMP_ARCH_S390X'
};
/**
 * Asks podman about itself, which also shows that it can be run as intended.
 *
 * @throws UserError if podman is missing, sudo asks for a password, podman is
 *   rootless and should not be, or the reverse, or podman has no seccomp
 */
async function inspectEngine(podman) {
    const result = await podman.run(['info', '--format', 'json']);
    if (result.exitCode !== 0)
        throw noInfo(podman, result.stderr);
    const info = valibot__WEBPACK_IMPORTED_MODULE_5__/* .parse */ .qgA(infoSchema, JSON.parse(result.stdout));
    const { security, ociRuntime, arch } = info.host;
    if (security.rootless !== podman.rootless)
        throw otherMode(podman);
    if (!security.seccompEnabled) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('podman was built without seccomp', {
            code: 'runner',
            hint: 'Install a podman that has seccomp; every distribution has one.'
        });
    }
    const architecture = ARCHITECTURE_OF[arch];
    if (!architecture) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the architecture ${arch} is not supported`, {
            code: 'runner',
            hint: `Supported: ${Object.keys(ARCHITECTURE_OF).join(', ')}.`
        });
    }
    const runtimeVersion = /version (\S+)/.exec(ociRuntime.version ?? '')?.[1];
    return {
        version: info.version.Version,
        rootless: security.rootless,
        runtime: [ociRuntime.name, runtimeVersion ?? ''].join(' ').trim(),
        architecture,
        kernel: info.host.kernel,
        defaultProfilePath: security.seccompProfilePath ?? undefined
    };
}
/** The engine's name in recordings and reports. */
function engineName({ version, rootless }) {
    return `podman ${version}${rootless ? ' (rootless)' : ''}`;
}
function otherMode({ rootless }) {
    return rootless
        ? new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('input podman: is `rootless`, but podman says that it is not rootless here', { code: 'runner', hint: 'Leave `podman` out, and podman runs as root.' })
        : new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('podman runs rootless here, but recording needs it to run as root', {
            code: 'runner',
            hint: 'Run the runner as root, or give its user sudo for podman; or set `podman: rootless`, with which only bpftrace can record.'
        });
}
function noInfo(podman, stderr) {
    const said = (0,_podman_js__WEBPACK_IMPORTED_MODULE_4__/* .lastLines */ .w$)(stderr);
    if (podman.sudo && /^sudo: /m.test(stderr)) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`podman cannot be run as root: ${said || 'sudo refused'}`, {
            code: 'runner',
            hint: "Allow it in /etc/sudoers.d for the runner's user: `USER ALL=(ALL) NOPASSWD: /usr/bin/podman`. Is podman installed?"
        });
    }
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`podman does not work here: ${said}`, {
        code: 'runner',
        hint: `Run \`podman info\` as ${podman.rootless ? "the runner's user" : 'root'} on the runner and fix what it reports.`
    });
}
/**
 * Reads the profile that the engine gives a container by default.
 *
 * @throws UserError if it cannot be read
 */
async function readEngineDefault(engine) {
    const file = engine.defaultProfilePath;
    if (!file || !node_path__WEBPACK_IMPORTED_MODULE_1___default().isAbsolute(file)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('podman does not say which profile is its default', {
            code: 'runner',
            hint: 'Install the package containers-common, which has /usr/share/containers/seccomp.json.'
        });
    }
    const text = await node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default().readFile(file, 'utf8').catch((cause) => {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`podman's default profile ${file} cannot be read`, {
            code: 'runner',
            hint: "It must exist, and the runner's user must be able to read it.",
            cause
        });
    });
    return (0,_profile_parse_js__WEBPACK_IMPORTED_MODULE_3__/* .parseProfile */ .j)(text, file);
}


/***/ }),

/***/ 3287:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ killAsRoot)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _host_background_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2048);
/* harmony import */ var _on_host_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6117);
/* harmony import */ var _podman_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2166);




/**
 * Kills processes of root, or of the containers of a rootless podman.
 *
 * @throws UserError that names those that cannot be killed
 */
async function killAsRoot(podman, pids, signal) {
    if (podman.sudo) {
        await killFromContainer(podman, pids, signal);
        return;
    }
    // Whatever a rootless podman starts is in a user namespace of the user, who
    // may signal it (user_namespaces(7)). A tracer is root's.
    const refused = pids.filter(pid => !signalled(pid, signal));
    if (podman.rootless && refused.length > 0) {
        await killThroughSudo(refused, signal, podman.environment);
    }
}
/** @returns false if that is not allowed */
function signalled(pid, signal) {
    try {
        process.kill(pid, `SIG${signal}`);
    }
    catch (error) {
        // Otherwise it has ended by itself.
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errnoCode */ .UK)(error) !== 'EPERM';
    }
    return true;
}
/** Needs a sudoers entry that allows more than a tracer. */
async function killThroughSudo(pids, signal, environment) {
    const kill = (0,_host_background_js__WEBPACK_IMPORTED_MODULE_1__/* .startBackground */ .r)(['sudo', '-n', 'kill', `-${signal}`, ...pids.map(String)], environment);
    const { code } = await kill.ended;
    // It also fails if one has ended by itself.
    const left = code === 0 ? [] : pids.filter(exists);
    if (left.length > 0)
        throw notStopped(kill.stderr(), left);
}
function exists(pid) {
    try {
        return process.kill(pid, 0);
    }
    catch (error) {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errnoCode */ .UK)(error) === 'EPERM';
    }
}
/**
 * A user whose sudoers entry allows only podman can signal root's processes
 * only from a container that shares the host's process namespace.
 */
async function killFromContainer(podman, pids, signal) {
    const result = await (0,_on_host_js__WEBPACK_IMPORTED_MODULE_3__/* .runOnHost */ .l)(podman, ['--pid=host', '--cap-add=KILL'], 
    // Those that have ended meanwhile do not matter.
    `for pid; do kill -${signal} "$pid" 2>/dev/null; done; true`, pids.map(String));
    if (result.exitCode !== 0)
        throw notStopped(result.stderr, pids);
}
function notStopped(said, pids) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`root's processes cannot be stopped: ${(0,_podman_js__WEBPACK_IMPORTED_MODULE_2__/* .lastLines */ .w$)(said, 3)}`, {
        code: 'runner',
        hint: `Their process IDs on the runner: ${pids.join(', ')}`
    });
}


/***/ }),

/***/ 2321:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ LABEL)
/* harmony export */ });
/** The label that all containers of this action carry. */
const LABEL = 'io.github.seccomp-lock';


/***/ }),

/***/ 6117:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ runOnHost)
/* harmony export */ });
/* harmony import */ var _label_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2321);

/**
 * Runs a script as root for a user whose sudoers entry allows only podman: in a
 * container with no network, and no privileges except those that the options
 * add. Its root file system is an overlay of the host's, so it needs no image;
 * file systems mounted below are not in it.
 *
 * @param options more options of `podman run`
 * @param script for the shell; only its built-in commands are sure to be there
 * @param args the script's `$1` and so on
 */
function runOnHost(podman, options, script, args) {
    return podman.run([
        'run',
        '--rm',
        `--label=${_label_js__WEBPACK_IMPORTED_MODULE_0__/* .LABEL */ .d}=host`,
        '--network=none',
        '--log-driver=none',
        '--cap-drop=all',
        ...options,
        '--security-opt=label=disable',
        '--rootfs',
        '/:O',
        '/bin/sh',
        '-c',
        script,
        'sh',
        ...args
    ]);
}


/***/ }),

/***/ 8354:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ad: () => (/* binding */ awaitEndpoint),
/* harmony export */   kk: () => (/* binding */ portVariable),
/* harmony export */   vS: () => (/* binding */ findEndpoint)
/* harmony export */ });
/* unused harmony export parseEndpoint */
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7934);


const PAUSE_MS = 100;
/**
 * Waits until the container runs, however long that takes: its image may have
 * to be pulled.
 *
 * @throws the signal's reason
 */
async function awaitEndpoint(podman, name, signal) {
    for (;;) {
        const endpoint = await findEndpoint(podman, name);
        signal.throwIfAborted();
        if (endpoint?.running)
            return endpoint;
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(PAUSE_MS, undefined, { signal });
    }
}
/**
 * Asks podman.
 *
 * @returns undefined if there is no such container
 */
async function findEndpoint(podman, name) {
    const result = await podman.run(['container', 'inspect', name]);
    return result.exitCode === 0 ? parseEndpoint(result.stdout) : undefined;
}
const addresses = {
    IPAddress: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), ''),
    GlobalIPv6Address: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), '')
};
const inspectSchema = valibot__WEBPACK_IMPORTED_MODULE_1__/* .tuple */ .PVZ([
    valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        State: valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ Running: valibot__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY() }),
        NetworkSettings: valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
            ...addresses,
            // null for a port that is exposed but not published.
            Ports: valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ HostPort: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }))))),
            Networks: valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc(addresses)))
        })
    })
]);
/**
 * Reads what `podman container inspect` says about one container.
 *
 * @throws ValiError, SyntaxError for any other text
 */
function parseEndpoint(text) {
    const [{ State, NetworkSettings }] = valibot__WEBPACK_IMPORTED_MODULE_1__/* .parse */ .qgA(inspectSchema, JSON.parse(text));
    const { Networks, Ports } = NetworkSettings;
    // Outside the default network, only the networks have the address.
    const address = [NetworkSettings, ...Object.values(Networks ?? {})]
        .flatMap(n => [n.IPAddress, n.GlobalIPv6Address])
        .find(a => a !== '');
    const ports = Object.entries(Ports ?? {}).flatMap(([key, bindings]) => {
        const [container, protocol = 'tcp'] = key.split('/');
        const host = bindings?.[0]?.HostPort;
        if (host === undefined)
            return [];
        return { container: Number(container), protocol, host: Number(host) };
    });
    return { running: State.Running, address, ports };
}
/** `PORT_8000` for 8000/tcp, `PORT_53_UDP` for 53/udp. */
function portVariable(port) {
    const name = `PORT_${port.container}`;
    return port.protocol === 'tcp'
        ? name
        : `${name}_${port.protocol.toUpperCase()}`;
}


/***/ }),

/***/ 2524:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dl: () => (/* binding */ parseUrl),
/* harmony export */   RI: () => (/* binding */ resolvePorts),
/* harmony export */   l5: () => (/* binding */ parseReady),
/* harmony export */   or: () => (/* binding */ parseAddress)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_net__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3916);
/* harmony import */ var _text_shell_words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2781);



/**
 * Reads the input `ready`. A text that starts with `log:` or `command:` is
 * never taken for a host of that name.
 *
 * @param text '' if it is not set
 * @throws UserError if it cannot be waited for
 */
function parseReady(text) {
    const ready = text.trim();
    if (ready === '')
        return { kind: 'running' };
    // A tab may be in a line of a log.
    // eslint-disable-next-line no-control-regex
    if (/[\x00-\x08\x0a-\x1f\x7f]/.test(ready))
        throw invalid(ready);
    const [, kind, argument = ''] = /^(log|command):(.*)$/.exec(ready) ?? [];
    if (kind === 'log') {
        if (argument.trim() === '')
            throw invalid(ready);
        return { kind: 'log', text: argument.trim() };
    }
    if (kind === 'command') {
        const otherwise = "write it as command: sh -c '...'";
        const words = (0,_text_shell_words_js__WEBPACK_IMPORTED_MODULE_2__/* .parseShellWords */ .$)('ready', argument.trim(), otherwise);
        return { kind: 'command', words };
    }
    const example = ready.replaceAll(PORT, '1');
    if (/^https?:/i.test(ready)) {
        parseUrl(example, ready);
        return { kind: 'url', url: ready };
    }
    parseAddress(example, ready);
    return { kind: 'tcp', address: ready };
}
const PORT = /\$PORT_(\d+)/g;
/**
 * A URL or an address with the runner's ports filled in.
 *
 * @throws UserError if it names a port that is not published
 */
function resolvePorts(text, ports) {
    return text.replaceAll(PORT, (variable, digits) => {
        const port = ports.find(p => p.protocol === 'tcp' && p.container === Number(digits));
        if (port)
            return String(port.host);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`input ready: ${variable} has no value: the container's port ${digits} is not published`, {
            code: 'input',
            hint: `Add \`--publish=127.0.0.1::${digits}\` to \`run-args\`. With \`--network=host\`, write the port itself.`
        });
    });
}
/**
 * An absolute URL of http or https.
 *
 * @param shown the text for the error
 * @throws UserError if it is not one
 */
function parseUrl(text, shown = text) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (!url || !/^https?:\/\//i.test(text))
        throw invalid(shown);
    return url;
}
/**
 * `host:port`, or `[::1]:port` for an IPv6 address.
 *
 * @param shown the text for the error
 * @throws UserError if it is neither
 */
function parseAddress(text, shown = text) {
    const match = /^(?:\[([^\]]+)\]|([^\s:/[\]@]+)):(\d{1,5})$/.exec(text);
    const [, v6, name, digits] = match ?? [];
    const host = v6 ?? name;
    const port = Number(digits);
    const isValid = host !== undefined &&
        (v6 === undefined || (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv6)(v6)) &&
        port >= 1 &&
        port <= 65_535;
    if (!isValid)
        throw invalid(shown);
    return { host, port };
}
function invalid(got) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`input ready: ${JSON.stringify(got)} cannot be waited for`, {
        code: 'input',
        hint: 'Write a URL (http://127.0.0.1:$PORT_8000/health), host:port (127.0.0.1:$PORT_8000, [::1]:8000), `log: TEXT` or `command: WORDS`.'
    });
}


/***/ }),

/***/ 5823:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $A: () => (/* binding */ parseTestScript),
/* harmony export */   F2: () => (/* binding */ runTestScript),
/* harmony export */   F5: () => (/* binding */ scriptEnvironment)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8474);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_events__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3916);
/* harmony import */ var _host_environment_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4743);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5625);
/* harmony import */ var _text_shell_words_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2781);
/* harmony import */ var _endpoint_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8354);








/**
 * Reads the input `test-script`: one line is shell words, in which nothing is
 * expanded; several lines are a script for the runner's `bash -e`.
 *
 * @returns an argument vector
 * @throws UserError if it cannot be run, or would not mean what it says
 */
function parseTestScript(text) {
    if (text.includes('\0')) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo('input test-script: contains a NUL character', {
            code: 'input',
            hint: 'Remove it: no program can be given one.'
        });
    }
    const script = text.trim();
    if (script.includes('\n'))
        return ['bash', '-e', '-c', script];
    const words = (0,_text_shell_words_js__WEBPACK_IMPORTED_MODULE_6__/* .parseShellWords */ .$)('test-script', script, OTHERWISE);
    const variable = words.find(word => /^\S*\$\{?(PORT_\d|SECCOMP_LOCK_)\S*$/.test(word));
    if (variable !== undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`input test-script: the variable in ${JSON.stringify(variable)} needs a shell, and a single line runs without one`, { code: 'input', hint: `To use a shell, ${OTHERWISE}.` });
    }
    return words;
}
const OTHERWISE = "write the script on several lines (they are run by `bash -e`), or as bash -c '...'";
/**
 * What the script sees of the environment, and where it finds the container. No
 * token of the job is in it.
 *
 * @param environment the action's own
 * @param name the container's name
 */
function scriptEnvironment(environment, name, { address, ports }) {
    const tracking = environment['RUNNER_TRACKING_ID'];
    return {
        ...(0,_host_environment_js__WEBPACK_IMPORTED_MODULE_4__/* .podmanEnvironment */ .r)(environment),
        // With this the runner finds and ends what is left at the end of a job.
        ...(tracking === undefined ? {} : { RUNNER_TRACKING_ID: tracking }),
        CI: 'true',
        SECCOMP_LOCK_CONTAINER: name,
        ...(address === undefined ? {} : { SECCOMP_LOCK_ADDRESS: address }),
        ...Object.fromEntries(ports.map(p => [(0,_endpoint_js__WEBPACK_IMPORTED_MODULE_7__/* .portVariable */ .kk)(p), String(p.host)]))
    };
}
/** How long processes that the script left may hold its output open. */
const DRAIN_MS = 2_000;
/**
 * Runs the script on the runner, as the runner's user. When this returns or
 * throws, the script's whole process group is gone.
 *
 * @param argv from `parseTestScript`
 * @throws UserError if it cannot be started or fails; the signal's reason
 */
async function runTestScript(argv, world) {
    const { directory, environment, show, signal } = world;
    signal.throwIfAborted();
    show(`${(0,_log_js__WEBPACK_IMPORTED_MODULE_5__/* .displayCommand */ .kc)(argv)}\n`);
    const [program = '', ...args] = argv;
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, args, {
        cwd: directory,
        env: environment,
        stdio: ['ignore', 'pipe', 'pipe'],
        // Its own process group, which can be ended as a whole.
        detached: true
    });
    child.stdout.on('data', show);
    child.stderr.on('data', show);
    const closed = new Promise(resolve => child.once('close', resolve));
    const end = () => {
        killGroup(child);
    };
    signal.addEventListener('abort', end, { once: true });
    try {
        const [code, endedBy] = (await (0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(child, 'exit').catch((error) => {
            throw notStarted(program, directory, error);
        }));
        await Promise.race([closed, (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_2__.setTimeout)(DRAIN_MS, undefined, { ref: false })]);
        signal.throwIfAborted();
        if (code !== 0)
            throw failed(code, endedBy);
    }
    finally {
        signal.removeEventListener('abort', end);
        killGroup(child);
        child.stdout.destroy();
        child.stderr.destroy();
    }
}
function killGroup({ pid }) {
    if (pid === undefined)
        return;
    try {
        process.kill(-pid, 'SIGKILL');
    }
    catch {
        // Nothing is left in it.
    }
}
function failed(code, endedBy) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(code === null
        ? `the test script was ended by ${endedBy ?? 'a signal'}`
        : `the test script failed with exit code ${code}`, {
        code: 'suite',
        hint: 'See its output in the log. The profile was not touched.'
    });
}
function notStarted(program, directory, cause) {
    const code = (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .errnoCode */ .UK)(cause);
    const problem = code === 'ENOENT'
        ? 'was not found on the runner'
        : code === 'EACCES'
            ? 'cannot be executed on the runner'
            : `cannot be started: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(cause)}`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`input test-script: ${JSON.stringify(program)} ${problem}`, {
        code: 'input',
        hint: `It runs on the runner, not in the container, in ${directory}: it must be installed there, or be a path from there. For shell syntax, ${OTHERWISE}.`,
        cause
    });
}


/***/ }),

/***/ 2166:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $A: () => (/* binding */ createTail),
/* harmony export */   Jt: () => (/* binding */ rootIsNotRootless),
/* harmony export */   w$: () => (/* binding */ lastLines),
/* harmony export */   yS: () => (/* binding */ createPodman)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _host_environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4743);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5625);



/** How much of a shown command's output is kept for error messages. */
const TAIL_BYTES = 64 * 1024;
/**
 * Makes a Podman that runs with a minimal environment.
 *
 * @throws UserError if root wants it rootless
 */
function createPodman(host, mode) {
    const rootless = mode === 'rootless';
    if (rootless && host.uid === 0)
        throw rootIsNotRootless();
    const sudo = host.uid !== 0 && !rootless;
    const environment = (0,_host_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .podmanEnvironment */ .r)(host.environment);
    return {
        sudo,
        rootless,
        environment,
        async run(args, { show, brief, cwd, wrap = (argv) => argv } = {}) {
            const command = [...(sudo ? ['sudo', '-n'] : []), 'podman'];
            const [tool = 'podman', ...rest] = wrap([...command, ...args]);
            const limit = show ? TAIL_BYTES : Infinity;
            const stdout = createTail(limit);
            const stderr = createTail(limit);
            const line = (0,_log_js__WEBPACK_IMPORTED_MODULE_2__/* .displayCommand */ .kc)([tool, ...rest]);
            if (brief)
                host.log?.debug(line);
            show?.(`${brief ? (0,_log_js__WEBPACK_IMPORTED_MODULE_2__/* .displayCommand */ .kc)([...command, ...brief]) : line}\n`);
            const exitCode = (await host
                .exec(tool, rest, {
                env: environment,
                silent: true,
                ignoreReturnCode: true,
                ...(cwd === undefined ? {} : { cwd }),
                listeners: {
                    stdout: chunk => {
                        stdout.push(chunk);
                        show?.(chunk);
                    },
                    stderr: chunk => {
                        stderr.push(chunk);
                        show?.(chunk);
                    }
                }
            })
                .catch((error) => {
                throw notStarted(tool, error);
            }));
            return {
                exitCode: exitCode ?? 128,
                stdout: stdout.text(),
                stderr: stderr.text()
            };
        }
    };
}
/** Why root cannot have `podman: rootless`. */
function rootIsNotRootless() {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('input podman: is `rootless`, but this is root, whose podman is not rootless', {
        code: 'runner',
        hint: 'Leave `podman` out, or run the runner as a user other than root.'
    });
}
function notStarted(tool, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${tool} cannot be started: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(cause)}`, {
        code: 'runner',
        hint: `Install it on the runner: scripts/setup-runner.sh, or \`setup: install\`.`,
        cause
    });
}
/** The end of a stream, at most `limit` bytes of it. */
function createTail(limit = TAIL_BYTES) {
    let chunks = [];
    let size = 0;
    return {
        push(chunk) {
            chunks.push(Buffer.from(chunk));
            size += chunk.length;
            if (size > 2 * limit) {
                chunks = [Buffer.concat(chunks).subarray(-limit)];
                size = limit;
            }
        },
        text: () => Buffer.concat(chunks)
            .subarray(limit === Infinity ? 0 : -limit)
            .toString('utf8')
    };
}
/** What a program said last, for an error message. */
function lastLines(text, count = 10) {
    return text.trimEnd().split('\n').slice(-count).join('\n');
}


/***/ }),

/***/ 3754:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CU: () => (/* binding */ withoutValue),
/* harmony export */   fc: () => (/* binding */ parseRunArg),
/* harmony export */   tO: () => (/* binding */ hostPaths)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);

/**
 * One line of `run-args` as one argument of `podman run`: `--volume /a:/b`
 * becomes `--volume=/a:/b`, so that no line can be taken for the image.
 *
 * @throws UserError if it is not an option, or one that would make the
 *   recording wrong
 */
function parseRunArg(line) {
    const match = /^(--[a-z][a-z0-9-]*|-[A-Za-z]+)(?:(?:\s+|=)(.*))?$/s.exec(line);
    const attached = /^-[A-Za-z][^=\s]/.test(line);
    if (!match && !attached) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`input run-args: ${JSON.stringify(line)} is not a single option of podman run that starts with \`-\``, {
            code: 'input',
            hint: 'Write one option a line, such as `--env=MODE=test`.'
        });
    }
    const [option = line, value] = match ? [match[1], match[2]] : [line];
    const reason = refusedBecause(option, value ?? '');
    if (reason) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`input run-args: ${JSON.stringify(line)}: ${reason}`, {
            code: 'input',
            hint: 'Remove this line from `run-args`.'
        });
    }
    return value === undefined ? option : `${option}=${value}`;
}
/** Why a user's option would make the recording wrong, if it would. */
function refusedBecause(option, value) {
    // Short options can be combined, those without a value first.
    if (/^-[Pq]*[dita]/.test(option)) {
        return 'the tests run in the foreground and without a terminal';
    }
    if (OWNED.has(option))
        return 'this option is reserved for seccomp-lock';
    const reason = REFUSED[option];
    if (reason)
        return reason;
    if (option === '--privileged' && value !== 'false') {
        return 'a privileged container runs without seccomp; name the capabilities it needs with --cap-add';
    }
    if (option === '--security-opt' && /(^|,)\s*seccomp\s*[=:]/.test(value)) {
        return UNDER_DEFAULT;
    }
    // podman reads annotations as comma-separated values.
    if (option === '--annotation' &&
        /(^|[",\s])(io\.containers\.trace-syscall|run\.oci\.)/.test(value)) {
        return 'this annotation is reserved for seccomp-lock';
    }
    return undefined;
}
const UNDER_DEFAULT = "the recording is made under the engine's default profile";
const OWNED = new Set(('--name --rm --replace --detach --interactive --tty --cidfile --attach ' +
    '--timeout --pull --rootfs --restart --help').split(' '));
const OTHER_MACHINE = "system calls are recorded for the runner's own architecture";
const REFUSED = {
    '--seccomp-policy': UNDER_DEFAULT,
    '--pod': 'the tests run in one container; a pod would be left behind',
    '--pod-id-file': 'the tests run in one container',
    '--arch': OTHER_MACHINE,
    '--os': OTHER_MACHINE,
    '--platform': OTHER_MACHINE,
    '--variant': OTHER_MACHINE
};
/**
 * The host's files and directories that options give to the container, as
 * written: sources of bind mounts, and environment files.
 */
function hostPaths(runArgs) {
    return runArgs.flatMap(argument => {
        const volume = /^(?:--volume=|-v=?)([./][^:]*)/.exec(argument)?.[1];
        const file = /^--env-file=(.+)/.exec(argument)?.[1];
        const mount = /^--mount=(.+)/.exec(argument)?.[1];
        const sources = (mount ?? '')
            .split(',')
            .map(field => /^(?:src|source)=(.+)/.exec(field.trim())?.[1]);
        return [volume, file, ...sources].filter(found => found !== undefined);
    });
}
/**
 * An option without its possibly secret value: recordings are kept as
 * artifacts, in which GitHub masks nothing.
 */
function withoutValue(argument) {
    return argument.replace(/^(--(?:env|label|annotation)=[^=]*=|-[el]=?[^=]*=|--(?:secret|creds)=).*$/s, '$1...');
}


/***/ }),

/***/ 3042:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gb: () => (/* binding */ stopTests),
/* harmony export */   N$: () => (/* binding */ runTests),
/* harmony export */   SP: () => (/* binding */ explainFailure),
/* harmony export */   Xq: () => (/* binding */ endTests),
/* harmony export */   _J: () => (/* binding */ tookTooLong),
/* harmony export */   k8: () => (/* binding */ underProfile),
/* harmony export */   od: () => (/* binding */ removeContainer),
/* harmony export */   pF: () => (/* binding */ TestsFailed),
/* harmony export */   zR: () => (/* binding */ runContainer)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7934);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3916);
/* harmony import */ var _host_processes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(327);
/* harmony import */ var _deadline_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8499);
/* harmony import */ var _kill_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3287);
/* harmony import */ var _label_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2321);
/* harmony import */ var _podman_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2166);








/** Tests that took too long, or that failed from outside. */
class TestsFailed extends _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo {
    run;
    constructor(reason, run) {
        super(reason.message, reason);
        this.run = run;
    }
}
/**
 * Runs the tests in a container, which stays until `removeContainer`.
 *
 * @throws TestsFailed if it takes too long
 */
async function runTests(podman, log, input) {
    const { value: run, timedOut } = await log.group(input.title, show => (0,_deadline_js__WEBPACK_IMPORTED_MODULE_3__/* .withDeadline */ .N)(() => runContainer(podman, input, show), () => endTests(podman, input.name), input));
    if (timedOut)
        throw new TestsFailed(tookTooLong(input), run);
    return run;
}
/** The tests did not end in time, with or without a script outside. */
function tookTooLong({ timeoutMs }) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the tests took longer than ${timeoutMs / 60_000} minutes and were stopped`, {
        code: 'suite',
        hint: 'Raise `timeout-minutes`, or look in the log for where they hang.'
    });
}
/**
 * Runs a container in the foreground to its end. It stays until
 * `removeContainer`.
 *
 * @param show receives the command line, and then the container's output
 */
async function runContainer(podman, input, show) {
    const args = [
        'run',
        `--name=${input.name}`,
        `--label=${_label_js__WEBPACK_IMPORTED_MODULE_6__/* .LABEL */ .d}=${input.name}`,
        `--pull=${input.mayPull ? 'missing' : 'never'}`,
        // Last, where an option that lacks its value can swallow only the `--`.
        ...input.options,
        '--',
        input.image,
        ...input.command
    ];
    const { directory, wrap, runArgs = [] } = input;
    const output = (0,_podman_js__WEBPACK_IMPORTED_MODULE_5__/* .createTail */ .$A)();
    const begin = Date.now();
    const result = await podman.run(args, {
        show: chunk => {
            output.push(chunk);
            show(chunk);
        },
        brief: ['run', ...runArgs, shortImage(input.image), ...input.command],
        cwd: directory,
        wrap
    });
    const found = await inspectContainer(podman, input.name);
    // An old one of the same name that could not be removed does not count.
    const state = found && found.createdAt >= begin ? found : undefined;
    return {
        exitCode: state?.started ? state.exitCode : result.exitCode,
        started: state?.started ?? false,
        id: state?.id ?? '',
        finishedAt: state?.finishedAt ?? 0,
        capabilities: state?.capabilities ?? [],
        stderr: result.stderr,
        output: output.text()
    };
}
/** An image's ID as people know it, and podman takes it. */
function shortImage(image) {
    return /^(?:sha256:)?([0-9a-f]{12})[0-9a-f]{52}$/.exec(image)?.[1] ?? image;
}
/** The options that run a container under a profile. */
function underProfile(file) {
    return [`--security-opt=seccomp=${file}`];
}
/** How often to look whether a killed run has ended, five times a second. */
const KILL_ROUNDS = 25;
/**
 * Ends a test run and leaves its container behind, to see how it ended. If that
 * is not possible, the container is removed.
 */
async function endTests(podman, name) {
    const { exitCode } = await podman.run(['kill', name]);
    for (let round = 0; exitCode === 0 && round < KILL_ROUNDS; round++) {
        if ((await runsOf(name)).length === 0)
            return;
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(200);
    }
    await stopTests(podman, name);
}
/** The processes that run `podman run` for a container. */
async function runsOf(name) {
    return (await (0,_host_processes_js__WEBPACK_IMPORTED_MODULE_2__/* .listProcesses */ .O3)()).filter(({ argv }) => argv.includes(`--name=${name}`));
}
/**
 * Ends a test run at any stage: a `podman run` that is still pulling or
 * creating has no container yet, and would start one later.
 */
async function stopTests(podman, name) {
    for (let round = 0; round < ROUNDS; round++) {
        const runs = await runsOf(name);
        await removeContainer(podman, name);
        if (runs.length === 0)
            return;
        // Without its container it ends by itself, except in the cases above.
        if (round >= 5)
            await (0,_kill_js__WEBPACK_IMPORTED_MODULE_4__/* .killAsRoot */ .h)(podman, (0,_host_processes_js__WEBPACK_IMPORTED_MODULE_2__/* .pidsOf */ .IG)(runs), 'TERM');
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(200);
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`podman run of ${name} cannot be stopped`, {
        code: 'suite',
        hint: 'Look for it on the runner: ps -ef | grep podman'
    });
}
/** How often to try to stop something, five times a second. */
const ROUNDS = 100;
/** Removes a container, running or not, if it is there. */
async function removeContainer(podman, name) {
    const args = ['rm', '--force', '--time=0', '--ignore', '--volumes', name];
    const result = await podman.run(args);
    if (result.exitCode !== 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the container ${name} could not be removed: ${(0,_podman_js__WEBPACK_IMPORTED_MODULE_5__/* .lastLines */ .w$)(result.stderr, 3)}`, {
            code: 'suite',
            hint: `Remove it by hand: ${podman.rootless ? '' : 'sudo '}podman rm --force ${name}`
        });
    }
}
const inspectSchema = valibot__WEBPACK_IMPORTED_MODULE_7__/* .tuple */ .PVZ([
    valibot__WEBPACK_IMPORTED_MODULE_7__/* .object */ .Ikc({
        Id: valibot__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(),
        Created: valibot__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(),
        State: valibot__WEBPACK_IMPORTED_MODULE_7__/* .object */ .Ikc({
            StartedAt: valibot__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(),
            FinishedAt: valibot__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(),
            ExitCode: valibot__WEBPACK_IMPORTED_MODULE_7__/* .number */ .aig()
        }),
        BoundingCaps: valibot__WEBPACK_IMPORTED_MODULE_7__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_7__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_7__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP())))
    })
]);
async function inspectContainer(podman, name) {
    const result = await podman.run(['container', 'inspect', name]);
    if (result.exitCode !== 0)
        return undefined;
    const [container] = valibot__WEBPACK_IMPORTED_MODULE_7__/* .parse */ .qgA(inspectSchema, JSON.parse(result.stdout));
    return {
        id: container.Id,
        createdAt: Date.parse(container.Created),
        finishedAt: Date.parse(container.State.FinishedAt),
        // Go's zero time stands for "never".
        started: !container.State.StartedAt.startsWith('0001-01-01'),
        exitCode: container.State.ExitCode,
        capabilities: container.BoundingCaps ?? []
    };
}
/**
 * Says why a test run failed.
 *
 * @returns undefined if the tests passed
 */
function explainFailure(run, input) {
    const { exitCode, started, stderr } = run;
    if (started && exitCode === 0)
        return undefined;
    const said = `podman said:\n${(0,_podman_js__WEBPACK_IMPORTED_MODULE_5__/* .lastLines */ .w$)(stderr)}`;
    const program = JSON.stringify(input.command[0]);
    if (started) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the tests failed with exit code ${exitCode}`, {
            code: 'suite',
            hint: 'See the log of the tests. The profile was not touched.'
        });
    }
    if (exitCode === 127) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`input command: ${program} was not found in the image (exit code 127)`, { code: 'suite', hint: said });
    }
    if (exitCode === 126) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`input command: ${program} cannot be executed in the image (exit code 126)`, { code: 'suite', hint: said });
    }
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the container of ${input.image} could not be started (exit code ${exitCode})`, { code: 'suite', hint: said });
}


/***/ }),

/***/ 9408:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C3: () => (/* binding */ examineRunner)
});

// UNUSED EXPORTS: examine, tryOut

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
var external_node_os_default = /*#__PURE__*/__webpack_require__.n(external_node_os_);
// EXTERNAL MODULE: ./src/checks/check.ts
var check = __webpack_require__(4669);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
var promises_default = /*#__PURE__*/__webpack_require__.n(promises_);
// EXTERNAL MODULE: ./src/container/engine.ts
var container_engine = __webpack_require__(8273);
// EXTERNAL MODULE: ./src/container/podman.ts
var podman = __webpack_require__(2166);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/host/answer.ts
var host_answer = __webpack_require__(2610);
// EXTERNAL MODULE: ./src/host/packages.ts
var host_packages = __webpack_require__(1725);
// EXTERNAL MODULE: ./src/checks/kernel.ts
var kernel = __webpack_require__(8896);
// EXTERNAL MODULE: ./src/checks/mounts.ts
var checks_mounts = __webpack_require__(2031);
// EXTERNAL MODULE: ./src/checks/privileges.ts
var checks_privileges = __webpack_require__(1805);
// EXTERNAL MODULE: ./src/checks/program.ts
var program = __webpack_require__(9489);
// EXTERNAL MODULE: ./src/checks/version.ts
var checks_version = __webpack_require__(6585);
;// CONCATENATED MODULE: ./src/checks/machine.ts











/** What every recording needs: root, podman with a runtime, the kernel. */
async function checkMachine(machine) {
    const [root, engine, mounts, selinux, btf] = await Promise.all([
        checkRoot(machine),
        checkEngine(machine),
        (0,checks_mounts/* readMounts */.bq)(),
        checkSelinux(),
        (0,kernel/* checkBtf */.PH)()
    ]);
    return [
        root,
        ...engine.checks,
        cgroupCheck((0,checks_mounts/* cgroupVersion */.h9)(mounts), engine.runtime),
        selinux,
        { name: 'kernel', state: 'ok', found: machine.kernel },
        // Only bpftrace needs it, and only there is it missing.
        btf.state === 'missing' ? { ...btf, state: 'weak' } : btf
    ];
}
async function checkRoot({ sudo, rootless }) {
    const [privileges, uidMap] = await Promise.all([
        (0,checks_privileges/* readPrivileges */.Hj)(sudo),
        promises_default().readFile('/proc/self/uid_map', 'utf8').catch(() => '')
    ]);
    return rootCheck({ sudo, rootless, privileges, uidMap });
}
/**
 * What this process's own rights mean for the check.
 *
 * @param uidMap /proc/self/uid_map, user_namespaces(7)
 */
function rootCheck({ sudo, rootless, privileges, uidMap }) {
    const name = 'root';
    const outside = 'Run the runner outside a container, as root or as a user with sudo.';
    if (/^\s*\d+\s+(?!0\s)\d+\s/m.test(uidMap)) {
        const found = "this is a user namespace, whose root is not the machine's root";
        return { name, state: 'missing', found, fix: outside };
    }
    if (!(0,checks_privileges/* canHave */.PC)(privileges, 'CAP_SYS_ADMIN')) {
        const found = 'root lacks CAP_SYS_ADMIN here';
        return { name, state: 'missing', found, fix: outside };
    }
    if (!sudo)
        return { name, state: 'ok', found: 'this is root' };
    if (privileges?.noNewPrivileges) {
        return {
            name,
            state: 'missing',
            found: 'not root, and sudo cannot work: no_new_privs is set',
            fix: "Remove NoNewPrivileges= from the unit of the runner's service."
        };
    }
    const who = rootless ? 'bpftrace needs' : 'podman and tracers need';
    return { name, state: 'ok', found: `not root: ${who} sudo` };
}
async function checkEngine(host) {
    const machine = machineOfPodman(host);
    const file = await (0,program/* findProgram */.Kp)(machine, 'podman');
    if (file === undefined) {
        const fix = await (0,host_packages/* installCommand */.Je)('podman');
        return failed({ state: 'missing', found: 'not installed', fix });
    }
    const version = ['podman', '--version'];
    const answer = await (0,host_answer/* ask */.k)((0,program/* asRoot */.tE)(machine, version), machine.environment);
    if (!answer.ok)
        return failed((0,program/* refusal */.x5)(machine, file, answer));
    try {
        if (host.rootless && !host.sudo)
            throw (0,podman/* rootIsNotRootless */.Jt)();
        return engineChecks(await (0,container_engine/* inspectEngine */.P7)(briefPodman(machine)), file);
    }
    catch (error) {
        return failed({
            state: 'missing',
            found: (0,errors/* messageOf */.bD)(error).replace(/\s+/g, ' '),
            fix: error instanceof errors/* UserError */.yo && error.hint
                ? error.hint
                : 'Run `podman info` as root and fix what it reports.'
        });
    }
}
/** The machine as podman uses it: a rootless podman runs without sudo. */
function machineOfPodman(machine) {
    return machine.rootless ? { ...machine, sudo: false } : machine;
}
function failed(check) {
    return { checks: [{ name: 'podman', ...check }], runtime: undefined };
}
/** A podman that is given up if it does not answer. */
function briefPodman(machine) {
    return {
        sudo: machine.sudo,
        rootless: machine.rootless,
        environment: machine.environment,
        async run(args) {
            const argv = (0,program/* asRoot */.tE)(machine, ['podman', ...args]);
            const answer = await (0,host_answer/* ask */.k)(argv, machine.environment);
            return { ...answer, exitCode: answer.ok ? 0 : 1 };
        }
    };
}
/** What podman says about itself, as checks. */
function engineChecks(engine, file) {
    const runtime = engine.runtime.split(' ')[0];
    return {
        checks: [
            { name: 'podman', ...podmanCheck(engine.version, file) },
            { name: 'OCI runtime', ...runtimeCheck(engine.runtime) },
            { name: 'seccomp', state: 'ok', found: 'podman has it' },
            { name: 'architecture', state: 'ok', found: engine.architecture }
        ],
        runtime
    };
}
function podmanCheck(version, file) {
    const found = `${version}, ${file}`;
    const parsed = (0,checks_version/* parseVersion */.o)(version);
    if (!parsed || !(0,checks_version/* isBefore */.Y)(parsed, [4, 0, 0]))
        return { state: 'ok', found };
    return {
        state: 'missing',
        // Its release notes: `podman rm --time` came with 4.0.0.
        found: `${found}: containers cannot be removed with podman before 4.0`,
        fix: 'Install a newer one, as Debian 12, Ubuntu 24.04 and Fedora have it.'
    };
}
function runtimeCheck(runtime) {
    if (/^(crun|runc)( |$)/.test(runtime))
        return { state: 'ok', found: runtime };
    return {
        state: 'weak',
        found: `${runtime}: only crun and runc have been tested`,
        fix: 'Set runtime = "crun" under [engine] in /etc/containers/containers.conf.'
    };
}
/** What the mounted cgroups mean for an OCI runtime. */
function cgroupCheck(version, runtime) {
    const name = 'cgroups';
    const fix = 'Boot with systemd.unified_cgroup_hierarchy=1';
    switch (version) {
        case 'v2':
            return { name, state: 'ok', found: version };
        case 'v1':
            return {
                name,
                state: 'weak',
                found: 'v1 only: bpftrace cannot tell containers apart',
                fix: `${fix}.`
            };
        case 'v1 and v2':
            return runtime === 'crun'
                ? {
                    name,
                    state: 'missing',
                    found: 'v1 and v2 side by side, where crun starts no container',
                    fix: `${fix}, or set runtime = "runc" under [engine] in /etc/containers/containers.conf.`
                }
                : { name, state: 'ok', found: 'v1 and v2 side by side' };
        case 'none':
            return {
                name,
                state: 'missing',
                found: 'not mounted',
                fix: 'sudo mount -t cgroup2 cgroup2 /sys/fs/cgroup'
            };
    }
}
async function checkSelinux() {
    const text = await promises_default().readFile('/sys/fs/selinux/enforce', 'utf8')
        .catch(() => undefined);
    return selinuxCheck(text);
}
/** What /sys/fs/selinux/enforce says, selinux(8). */
function selinuxCheck(text) {
    const name = 'SELinux';
    if (text === undefined)
        return { name, state: 'absent', found: 'not in use' };
    const found = text.trim() === '1' ? 'enforcing' : 'permissive';
    return { name, state: 'ok', found };
}

// EXTERNAL MODULE: ./src/host/environment.ts
var environment = __webpack_require__(4743);
// EXTERNAL MODULE: ./src/profile/refusals.ts
var refusals = __webpack_require__(604);
// EXTERNAL MODULE: ./src/recorders/choose.ts
var choose = __webpack_require__(5926);
// EXTERNAL MODULE: ./src/recorders/known.ts + 4 modules
var known = __webpack_require__(1299);
// EXTERNAL MODULE: ./src/recorders/recorders.ts + 14 modules
var recorders_recorders = __webpack_require__(8289);
// EXTERNAL MODULE: ./src/suite/prepare.ts
var prepare = __webpack_require__(1231);
// EXTERNAL MODULE: ./src/suite/trial.ts
var trial = __webpack_require__(3712);
;// CONCATENATED MODULE: ./src/doctor.ts













/**
 * Finds out what this runner has and lacks for recording: by looking and, if
 * nothing is missing, by recording containers of our own.
 */
async function examineRunner(mode, world) {
    const machine = {
        kernel: external_node_os_default().release(),
        sudo: world.uid !== 0,
        rootless: mode === 'rootless',
        environment: (0,environment/* podmanEnvironment */.r)(world.environment)
    };
    const seen = await examine(machine);
    if (!(0,check/* works */.N)(seen.machine))
        return seen;
    return (0,prepare/* withPlace */.q)(world, (0,podman/* createPodman */.yS)(world, mode), place => tryOut(seen, createTrials(machine, place)));
}
/**
 * Checks the machine and everything that each recorder needs of it. Starts no
 * container, changes nothing, and does not throw.
 */
async function examine(machine) {
    const [ofMachine, ...recorders] = await Promise.all([
        checkMachine(machine),
        ...known/* RECORDER_NAMES */.a.map(async (name) => ({
            name,
            checks: await (0,recorders_recorders/* checkRecorder */.n)(name, machine)
        }))
    ]);
    return concluded(ofMachine, recorders);
}
/**
 * Adds the results of trials to the examination: podman's, and those of each
 * recorder that lacks nothing.
 *
 * @throws the trials' errors
 */
async function tryOut({ machine, recorders }, trials) {
    const tried = [...machine, await trials.engine()];
    if (!(0,check/* works */.N)(tried))
        return concluded(tried, recorders);
    const all = [];
    for (const { name, checks } of recorders) {
        const trial = (0,check/* works */.N)(checks) ? [await trials.recorder(name)] : [];
        all.push({ name, checks: [...checks, ...trial] });
    }
    return concluded(tried, all);
}
function concluded(machine, recorders) {
    const working = recorders.filter(({ checks }) => (0,check/* works */.N)(checks));
    return {
        machine,
        recorders,
        recordsWith: (0,check/* works */.N)(machine)
            ? (0,choose/* recordersOfAuto */.s)(working.map(({ name }) => name))
            : []
    };
}
/** Trials with this machine's podman, one after the other. */
function createTrials(machine, world) {
    const { podman } = world;
    let engine;
    return {
        async engine() {
            try {
                engine = await (0,container_engine/* inspectEngine */.P7)(podman);
                return await (0,trial/* tryEngine */.qg)(engine.architecture, world);
            }
            catch (error) {
                return unfit('container', error);
            }
        },
        async recorder(name) {
            try {
                engine ??= await (0,container_engine/* inspectEngine */.P7)(podman);
                const { architecture } = engine;
                const profile = await (0,container_engine/* readEngineDefault */.aE)(engine);
                const recorder = (0,recorders_recorders/* createRecorders */.i)({ ...machine, architecture }, profile, (0,refusals/* refusalsOf */.h)(profile)).find(one => one.name === name);
                if (!recorder)
                    throw new Error(`no recorder ${name}`);
                return await (0,trial/* tryRecorder */.Wm)(recorder, architecture, world);
            }
            catch (error) {
                return unfit(trial/* TRIAL */.XS, error);
            }
        }
    };
}
/** Turns a user's error into a check; a bug stays an error. */
function unfit(name, error) {
    if (!(error instanceof errors/* UserError */.yo))
        throw error;
    const { message, hint } = error;
    return {
        name,
        state: 'missing',
        found: message,
        ...(hint !== undefined && { fix: hint })
    };
}


/***/ }),

/***/ 3916:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $T: () => (/* binding */ TROUBLESHOOTING),
/* harmony export */   UK: () => (/* binding */ errnoCode),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   cJ: () => (/* binding */ Cancelled),
/* harmony export */   vt: () => (/* binding */ abortError),
/* harmony export */   yo: () => (/* binding */ UserError)
/* harmony export */ });
/**
 * A mistake or a lack that the user can mend. Its message says what happened
 * and where; its hint says what to do now. Anything else that is thrown is a
 * bug and keeps its stack.
 */
class UserError extends Error {
    name = 'UserError';
    code;
    hint;
    constructor(message, options) {
        super(message, 'cause' in options ? { cause: options.cause } : undefined);
        this.code = options.code;
        this.hint = options.hint;
    }
}
/** The section of docs/troubleshooting.md for each code. */
const TROUBLESHOOTING = {
    runner: 'the-runner',
    input: 'inputs',
    suite: 'image-and-tests',
    recording: 'recording',
    replay: 'replay-and-verify',
    profile: 'the-profile',
    github: 'github'
};
/** The run was told to stop (SIGINT or SIGTERM). */
class Cancelled extends Error {
    name = 'Cancelled';
    signal;
    left;
    /** @param left how things stand then, after `cancelled by ...; ` */
    constructor(signal, left = 'nothing was written') {
        super(`cancelled by ${signal}`);
        this.signal = signal;
        this.left = left;
    }
}
/** The errno code (`ENOENT`, ...) of an error thrown by Node, if it has one. */
function errnoCode(error) {
    if (error instanceof Error && 'code' in error) {
        return typeof error.code === 'string' ? error.code : undefined;
    }
    return undefined;
}
/** What an unknown thrown value has to say, in one string. */
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}
/** The reason of an aborted signal as an error to throw. */
function abortError(signal) {
    const reason = signal.reason;
    return reason instanceof Error ? reason : new Cancelled('SIGTERM');
}


/***/ }),

/***/ 528:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cI: () => (/* binding */ parseFloor),
/* harmony export */   hc: () => (/* binding */ serializeFloor),
/* harmony export */   yv: () => (/* binding */ originOf)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7934);

const names = valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP());
const floorSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    format: valibot__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('seccomp-lock floor'),
    version: valibot__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1),
    key: valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        runtime: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        engine: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        kernel: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        recorders: names,
        recordedUnder: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        options: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        image: names
    }),
    names,
    programs: names,
    second: names
});
/** A floor as the text of a file. */
function serializeFloor(floor) {
    const format = 'seccomp-lock floor';
    return `${JSON.stringify({ format, version: 1, ...floor }, undefined, 2)}\n`;
}
/** Reads a floor back; undefined if the text is not one of this version. */
function parseFloor(text) {
    try {
        const { key, names, programs, second } = valibot__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qgA(floorSchema, JSON.parse(text));
        return { key, names, programs, second };
    }
    catch {
        return undefined;
    }
}
/**
 * Who made a recorded call. If no program is known, as with the hook, the tests
 * may also have made a call of the floor.
 */
function originOf({ name, programs }, floor) {
    if (!floor?.names.includes(name))
        return 'application';
    const own = programs.filter(({ comm }) => floor.programs.includes(comm));
    if (own.length === 0 && programs.length > 0)
        return 'application';
    return own.length === programs.length && own.length > 0 ? 'runtime' : 'both';
}


/***/ }),

/***/ 2114:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Et: () => (/* binding */ floorOf),
/* harmony export */   N5: () => (/* binding */ programOptions),
/* harmony export */   Z2: () => (/* binding */ noopOptions)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _recorders_recording_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1804);
/* harmony import */ var _noop_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(416);




/** Where the program that does nothing is in the container. */
const PLACE = '/.seccomp-lock-noop';
/** What the kernel calls it. */
const COMM = node_path__WEBPACK_IMPORTED_MODULE_1___default().basename(PLACE).slice(0, 15);
/**
 * Options of `podman run`, to go after all others, that make a container of
 * the image do nothing. The image and the workflow's options stay those of the
 * tests, because the image's user and directory, and the options, decide what
 * the runtime does.
 *
 * @param scratch a directory of the run's own, for the program
 * @returns undefined for an architecture that has no such program
 */
async function noopOptions(architecture, scratch) {
    const program = (0,_noop_js__WEBPACK_IMPORTED_MODULE_3__/* .noopProgram */ .z)(architecture);
    return program && (await programOptions(program, PLACE, scratch));
}
/**
 * Options of `podman run`, to go after all others, that make a container of
 * any image run a program of ours.
 *
 * @param place where the program is in the container, absolute
 * @param scratch a directory of the run's own, for the program
 */
async function programOptions(program, place, scratch) {
    const file = node_path__WEBPACK_IMPORTED_MODULE_1___default().join(scratch, node_path__WEBPACK_IMPORTED_MODULE_1___default().basename(place));
    await node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default().writeFile(file, program);
    // The umask may have taken it from a container's user.
    await node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default().chmod(file, 0o755);
    return [`--volume=${file}:${place}:ro,Z`, `--entrypoint=${place}`];
}
/** The floor, from the recording of such a container. */
function floorOf(key, first, second) {
    const programs = new Set(first.calls.flatMap(call => call.programs.map(({ comm }) => comm)));
    programs.delete(COMM);
    return {
        key,
        names: (0,_recorders_recording_js__WEBPACK_IMPORTED_MODULE_2__/* .namesOf */ .eZ)(first),
        programs: [...programs].sort(),
        second: second ? (0,_recorders_recording_js__WEBPACK_IMPORTED_MODULE_2__/* .namesOf */ .eZ)(second) : []
    };
}


/***/ }),

/***/ 416:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ spinProgram),
/* harmony export */   z: () => (/* binding */ noopProgram)
/* harmony export */ });
const MACHINES = {
    // mov $231,%eax; xor %edi,%edi; syscall | jmp .
    SCMP_ARCH_X86_64: {
        machine: 62,
        bits: 64,
        endian: 'little',
        code: 'b8e700000031ff0f05',
        spin: 'ebfe'
    },
    // mov $252,%eax; xor %ebx,%ebx; int $0x80 | jmp .
    SCMP_ARCH_X86: {
        machine: 3,
        bits: 32,
        endian: 'little',
        code: 'b8fc00000031dbcd80',
        spin: 'ebfe'
    },
    // mov x8,#94; mov x0,#0; svc #0 | b .
    SCMP_ARCH_AARCH64: {
        machine: 183,
        bits: 64,
        endian: 'little',
        code: 'c80b80d2000080d2010000d4',
        spin: '00000014'
    },
    // mov r7,#248; mov r0,#0; svc #0 | b .
    SCMP_ARCH_ARM: {
        machine: 40,
        flags: 0x0500_0000,
        bits: 32,
        endian: 'little',
        code: 'f870a0e30000a0e3000000ef',
        spin: 'feffffea'
    },
    // li a7,94; li a0,0; ecall | j .
    SCMP_ARCH_RISCV64: {
        machine: 243,
        bits: 64,
        endian: 'little',
        code: '9308e0051305000073000000',
        spin: '6f000000'
    },
    // li r0,234; li r3,0; sc | b .
    SCMP_ARCH_PPC64LE: {
        machine: 21,
        flags: 2,
        bits: 64,
        endian: 'little',
        code: 'ea0000380000603802000044',
        spin: '00000048'
    },
    // lghi %r2,0; svc 248 | j .
    SCMP_ARCH_S390X: {
        machine: 22,
        bits: 64,
        endian: 'big',
        code: 'a72900000af8',
        spin: 'a7f40000'
    }
};
/** The load address: a multiple of every page size, which is 64 KiB at most. */
const ADDRESS = 0x10000;
/**
 * The smallest program possible: an ELF executable (elf(5)) that needs no
 * library and makes one system call, exit_group(0). A container that runs it
 * makes the runtime's calls and no others.
 *
 * @returns its bytes, or undefined for an architecture that is not supported
 */
function noopProgram(architecture) {
    const target = MACHINES[architecture];
    return target && executable(target, target.code);
}
/**
 * A program that makes no system call and never ends, so that the filters of
 * its process can be looked at.
 *
 * @returns its bytes, or undefined for an architecture that is not supported
 */
function spinProgram(architecture) {
    const target = MACHINES[architecture];
    return target && executable(target, target.spin);
}
/** An ELF executable that contains only some instructions (elf(5)). */
function executable({ machine, flags = 0, bits, endian }, code) {
    const isWide = bits === 64;
    const isLittle = endian === 'little';
    const word = isWide ? 8 : 4;
    const field = (size, value) => {
        const bytes = Buffer.alloc(size);
        if (isLittle)
            bytes.writeUIntLE(value, 0, Math.min(size, 6));
        else
            bytes.writeUIntBE(value, Math.max(0, size - 6), Math.min(size, 6));
        return bytes;
    };
    const half = (value) => field(2, value);
    const int = (value) => field(4, value);
    const long = (value) => field(word, value);
    const headerSize = isWide ? 64 : 52;
    const segmentSize = isWide ? 56 : 32;
    const instructions = Buffer.from(code, 'hex');
    const start = headerSize + segmentSize;
    const size = start + instructions.length;
    const READ_EXECUTE = 5;
    return Buffer.concat([
        Buffer.from([0x7f, 0x45, 0x4c, 0x46, isWide ? 2 : 1, isLittle ? 1 : 2, 1]),
        Buffer.alloc(9),
        half(2),
        half(machine),
        int(1),
        long(ADDRESS + start),
        long(headerSize),
        long(0),
        int(flags),
        half(headerSize),
        half(segmentSize),
        half(1),
        half(0),
        half(0),
        half(0),
        // The one segment: the whole file.
        ...(isWide
            ? [int(1), int(READ_EXECUTE), long(0), long(ADDRESS), long(ADDRESS)]
            : [int(1), long(0), long(ADDRESS), long(ADDRESS)]),
        long(size),
        long(size),
        ...(isWide ? [] : [int(READ_EXECUTE)]),
        long(ADDRESS),
        instructions
    ]);
}


/***/ }),

/***/ 6975:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R5: () => (/* binding */ PLAIN_MODE),
/* harmony export */   Tu: () => (/* binding */ objectId),
/* harmony export */   YP: () => (/* binding */ standingOf),
/* harmony export */   df: () => (/* binding */ commitMessage),
/* harmony export */   qQ: () => (/* binding */ hashOf),
/* harmony export */   zA: () => (/* binding */ blobId)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _syscalls_danger_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5985);
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6590);



/** A regular file that is not executable. */
const PLAIN_MODE = 0o100644;
/**
 * Whether a branch can take a change, or what happens instead.
 *
 * @param branch undefined where there is none
 */
function standingOf(branch, { ref, sha, file, text }) {
    if (!branch)
        return { kind: 'gone', ref };
    const { head, file: there } = branch;
    if (there?.oid === blobId(text, head))
        return { kind: 'there', ref };
    if (head !== sha)
        return { kind: 'superseded', ref };
    // The profile would become a link's target, or replace a directory.
    return there && (there.mode & 0o170000) !== REGULAR
        ? {
            kind: 'refused',
            ref,
            why: `${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .codeSpan */ .SS)(file)} is not a regular file on that branch`
        }
        : { kind: 'ready', branch };
}
/** The hash that a repository's ids are made with, gitformat-hash. */
const hashOf = (id) => (id.length === 64 ? 'sha256' : 'sha1');
/** The kind of file that a mode tells of, inode(7): a regular one. */
const REGULAR = 0o100000;
/**
 * The id that git gives a file's content.
 *
 * @param like an id of the same repository
 */
const blobId = (text, like) => objectId('blob', Buffer.from(text), like);
/**
 * The id that git gives an object (gitformat-loose(5)).
 *
 * @param like an id of the same repository, which tells SHA-1 from SHA-256
 */
const objectId = (type, body, like) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(hashOf(like))
    .update(`${type} ${body.length}\0`)
    .update(body)
    .digest('hex');
/**
 * The message of the commit: what the workflow says (`commit-message`), or
 * what changed; then the calls, unless the workflow's message has a body.
 */
function commitMessage({ wanted, file, verdict, diff }) {
    const [headline = '', ...rest] = wanted.trim().split('\n');
    const body = rest.join('\n').trim();
    return {
        headline: headline === '' ? headlineOf(file, verdict, diff) : headline,
        body: body === '' ? callsOf(diff) : body
    };
}
/** git-commit(1), "DISCUSSION", wants 50 characters; hosts cut after 72. */
const MAX_HEADLINE = 72;
function headlineOf(file, verdict, diff) {
    const name = plain(file.split('/').at(-1) ?? file);
    const added = diff.added.filter(isName);
    const removed = diff.removed.filter(isName);
    const line = verdict === 'created'
        ? `chore(seccomp): create ${name}`
        : added.length > 0
            ? `chore(seccomp): allow ${added.join(', ')}`
            : removed.length > 0
                ? `chore(seccomp): no longer allow ${removed.join(', ')}`
                : `chore(seccomp): update ${name}`;
    if (line.length <= MAX_HEADLINE)
        return line;
    const calls = added.length > 0 ? added : removed;
    const many = `${calls.length} system call${calls.length === 1 ? '' : 's'}`;
    return `chore(seccomp): ${added.length > 0 ? 'allow' : 'no longer allow'} ${many}`;
}
function callsOf({ added, removed, changed, settings }) {
    const list = (title, names) => {
        const safe = names.filter(isName);
        return safe.length === 0 ? [] : [wrapped(`${title}: ${safe.join(', ')}`)];
    };
    return [
        ...list('Dangerous', added.filter(name => (0,_syscalls_danger_js__WEBPACK_IMPORTED_MODULE_1__/* .dangerOf */ .Nz)(name).level === 'dangerous')),
        ...list('Newly allowed', added),
        ...list('No longer allowed', removed),
        ...list('Allowed differently', changed),
        ...list('Settings', settings)
    ].join('\n');
}
/** Lines of 72 characters at most, for no name is longer. */
const wrapped = (text) => text.replace(/(.{1,72})(?: |$)/g, '$1\n').trim();
/** Nothing but a name: a message can mention people and close issues. */
const isName = (name) => /^\w+$/.test(name);
const plain = (name) => /^[\w.-]{1,40}$/.test(name) ? name : 'the profile';


/***/ }),

/***/ 7239:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $4: () => (/* binding */ unseenWithout),
/* harmony export */   Kl: () => (/* binding */ faultOf),
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   Vj: () => (/* binding */ REJECTED),
/* harmony export */   pE: () => (/* binding */ waitOf),
/* harmony export */   xV: () => (/* binding */ forbiddenBy)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6590);


/**
 * What an error of a request to GitHub means.
 *
 * @param need the permission that the request needs, as workflows write it,
 *   `contents: write`. The header X-Accepted-GitHub-Permissions is quoted as
 *   well, but if reading is refused it names less than the job will need.
 */
function faultOf(error, need) {
    if (isGraphql(error))
        return graphqlFault(error, need);
    if (!isRest(error))
        return { kind: 'other', why: quoted((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)) };
    const { status, response } = error;
    const said = messageIn(error);
    if (waitOf(error) !== undefined)
        return LIMITED;
    switch (status) {
        case 401:
            return { kind: 'forbidden', why: REJECTED };
        case 403:
            return {
                kind: 'forbidden',
                why: `${forbiddenBy(said, need)}${acceptedBy(error)}`
            };
        case 404:
            return { kind: 'missing', why: unseenWithout(need) };
        default:
            return response === undefined
                ? { kind: 'passing', why: `GitHub cannot be reached: ${quoted(said)}` }
                : {
                    kind: status >= 500 ? 'passing' : 'other',
                    why: `GitHub answered ${status}: ${quoted(said)}`
                };
    }
}
/**
 * How many seconds GitHub wants us to wait, if an error says so, which it does
 * in several ways:
 * https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api#handle-rate-limit-errors-appropriately
 */
function waitOf(error) {
    if (!isRest(error) || (error.status !== 403 && error.status !== 429)) {
        return undefined;
    }
    const headers = error.response?.headers ?? {};
    const after = Number(headers['retry-after'] ?? NaN);
    if (after >= 0)
        return after;
    if (headers['x-ratelimit-remaining'] === '0') {
        const reset = Number(headers['x-ratelimit-reset'] ?? NaN);
        if (reset >= 0)
            return Math.max(0, Math.ceil(reset - Date.now() / 1000)) + 1;
    }
    return error.status === 429 || /rate limit/i.test(error.message)
        ? A_MINUTE
        : undefined;
}
/** GitHub's rule if it does not say how long. */
const A_MINUTE = 60;
const LIMITED = {
    kind: 'limited',
    why: 'GitHub accepts no more requests with this token for now (rate limit)'
};
/** GitHub does not know the token. */
const REJECTED = 'GitHub rejected the token (401)';
/** What must exist was not found. */
const unseenWithout = (need) => `not found on GitHub, or not visible to this token (404); the job needs \`permissions: ${need}\``;
/** Why a token may not: it lacks a permission, or what GitHub says. */
const forbiddenBy = (said, need) => /not accessible by|denied to|not granted|^$/i.test(said)
    ? `the token lacks a permission: give the job \`permissions: ${need}\``
    : `GitHub refused: ${quoted(said)}; the job needs \`permissions: ${need}\``;
/** What GitHub would accept: `issues=write; pull_requests=write`. */
function acceptedBy({ response }) {
    const accepted = response?.headers?.['x-accepted-github-permissions'];
    return typeof accepted === 'string' && accepted !== ''
        ? ` (GitHub accepts ${quoted(accepted)} for this request)`
        : '';
}
const STALE = { kind: 'stale', why: 'the branch has moved on' };
/** GraphQL answers 200, and says in `errors[].type` what is wrong. */
function graphqlFault({ errors }, need) {
    const [first] = errors;
    const type = typeof first?.type === 'string' ? first.type : '';
    const message = typeof first?.message === 'string' ? first.message : '';
    const said = quoted(message);
    // Losing the race for the ref has no error type of its own.
    if (/^Ref .* is at \w+ but expected \w+/.test(message))
        return STALE;
    switch (type) {
        case 'STALE_DATA':
            return STALE;
        case 'RATE_LIMITED':
            return LIMITED;
        case 'FORBIDDEN':
        case 'INSUFFICIENT_SCOPES':
            return { kind: 'forbidden', why: forbiddenBy(message, need) };
        case 'NOT_FOUND':
            return { kind: 'missing', why: `GitHub says: ${said}` };
        case 'BRANCH_PROTECTION_RULE_VIOLATION':
            return { kind: 'other', why: `the branch is protected: ${said}` };
        default:
            return { kind: 'other', why: `GitHub says: ${said}` };
    }
}
/** What GitHub, or the network, says; without the page that Octokit adds. */
function messageIn(error) {
    // If no address answers, there is a code but no message (AggregateError).
    for (let at = error; at instanceof Error; at = at.cause) {
        const said = at.message || (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errnoCode */ .UK)(at);
        if (said !== undefined)
            return said.replace(/ - https?:\S+$/, '');
    }
    return '';
}
/** Text from outside, safe in Markdown and in the runner's log. */
const quoted = (text) => (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(text.replace(/\s+/g, ' ').trim().replace(/\.$/, '') || 'no reason given');
const isRest = (error) => error instanceof Error &&
    'status' in error &&
    typeof error.status === 'number';
const isGraphql = (error) => error instanceof Error &&
    error.name === 'GraphqlResponseError' &&
    'errors' in error &&
    Array.isArray(error.errors);


/***/ }),

/***/ 6891:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ gitSettings),
/* harmony export */   l: () => (/* binding */ createGit)
/* harmony export */ });
/* harmony import */ var _host_environment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4743);

/** git is stopped after this: a hanging server must not hold up the run. */
const LIMIT_SECONDS = 60;
/**
 * A git that gets only paths, language and proxies from the job's environment,
 * and never prompts.
 */
function createGit(host, limitSeconds = LIMIT_SECONDS) {
    return async (args, { input, environment = {} } = {}) => {
        const out = [];
        const err = [];
        const limit = ['--kill-after=5', String(limitSeconds)];
        const exitCode = (await host.exec('timeout', [...limit, 'git', ...args], {
            env: {
                ...(0,_host_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .podmanEnvironment */ .r)(host.environment),
                GIT_TERMINAL_PROMPT: '0',
                LC_ALL: 'C',
                ...environment
            },
            silent: true,
            ignoreReturnCode: true,
            ...(input !== undefined && { input: Buffer.from(input) }),
            listeners: {
                stdout: chunk => out.push(chunk),
                stderr: chunk => err.push(chunk)
            }
        }));
        const bytes = Buffer.concat(out);
        return {
            exitCode: exitCode ?? 128,
            stdout: bytes.toString(),
            bytes,
            stderr: Buffer.concat(err).toString()
        };
    };
}
/** Settings for one command, in no file and on no command line. */
function gitSettings(settings) {
    // git-config(1), "ENVIRONMENT"
    const entries = settings.flatMap(([name, value], i) => [
        [`GIT_CONFIG_KEY_${i}`, name],
        [`GIT_CONFIG_VALUE_${i}`, value]
    ]);
    return {
        GIT_CONFIG_COUNT: String(settings.length),
        ...Object.fromEntries(entries)
    };
}


/***/ }),

/***/ 4329:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cE: () => (/* binding */ proposalOf),
/* harmony export */   cI: () => (/* binding */ readRun),
/* harmony export */   gJ: () => (/* binding */ formatMarker),
/* harmony export */   gY: () => (/* binding */ parseMarker),
/* harmony export */   tW: () => (/* binding */ isOlder)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7934);


const count = valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .safeInteger */ .Y2b(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .minValue */ .Wwf(0));
const markerSchema = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    key: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    run: valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ id: count, number: count, attempt: count, sha: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }),
    proposal: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP())
});
/** A marker as an HTML comment in one line, which GitHub does not show. */
function formatMarker({ key, run, proposal }) {
    const { id, number, attempt, sha } = run;
    const written = { key, run: { id, number, attempt, sha }, proposal };
    const json = JSON.stringify(written);
    // Nothing in it ends the comment: CommonMark, "HTML blocks", ends one of
    // this kind at `-->`, and HTML at `--!>` as well.
    const safe = json.replace(/[^\x20-\x7e]|[<>&-]/g, c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
    return `<!-- seccomp-lock: ${safe} -->`;
}
/**
 * Which run this is, by GitHub's default variables; 0 for missing ones, as if
 * the run were older than all others.
 *
 * @param sha the commit that is tested
 */
function readRun(environment, sha) {
    const numberOf = (name) => {
        const value = Number(environment[name] ?? '0');
        return Number.isSafeInteger(value) && value >= 0 ? value : 0;
    };
    return {
        id: numberOf('GITHUB_RUN_ID'),
        number: numberOf('GITHUB_RUN_NUMBER'),
        attempt: numberOf('GITHUB_RUN_ATTEMPT'),
        sha
    };
}
/** Reads the marker on the first line of a text; undefined without one. */
function parseMarker(text) {
    const json = /^<!-- seccomp-lock: (\{.*\}) -->\r?(?:\n|$)/.exec(text)?.[1];
    if (json === undefined)
        return undefined;
    try {
        const { key, run, proposal } = valibot__WEBPACK_IMPORTED_MODULE_1__/* .parse */ .qgA(markerSchema, JSON.parse(json));
        return { key, run, ...(proposal !== undefined && { proposal }) };
    }
    catch {
        return undefined;
    }
}
/** What tells one new profile from another in a marker. */
const proposalOf = (text) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex').slice(0, 16);
/** Whether a run is older; false for two jobs of one attempt. */
function isOlder(a, b) {
    return a.id === b.id ? a.attempt < b.attempt : a.id < b.id;
}


/***/ }),

/***/ 1557:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ readTarget)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
var promises_default = /*#__PURE__*/__webpack_require__.n(promises_);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/text/json.ts
var json = __webpack_require__(1789);
// EXTERNAL MODULE: ./src/text/markdown.ts
var markdown = __webpack_require__(6590);
;// CONCATENATED MODULE: ./src/github/base/start.ts

const HEADS = 'refs/heads/';
/**
 * The start of a push ("Webhook events and payloads", `push`, docs.github.com):
 * its commits are zeros where there is none.
 *
 * @param isQueued whether the branch is one of the merge queue
 */
function startOfPush(push, isQueued) {
    const { ref, before, after, created, repository } = push;
    const defaultBranch = repository.default_branch;
    if (isZero(after))
        return none(`${(0,markdown/* codeSpan */.SS)(ref)} was deleted`);
    if (!ref.startsWith(HEADS))
        return none(`${(0,markdown/* codeSpan */.SS)(ref)} is not a branch`);
    if (isQueued) {
        return none(`${(0,markdown/* codeSpan */.SS)(ref)} is a branch of the merge queue, and only the event \`merge_group\` tells its base`);
    }
    if (!created && !isZero(before))
        return { kind: 'push', before };
    return ref === `${HEADS}${defaultBranch}`
        ? none(`it is the first push to ${(0,markdown/* codeSpan */.SS)(defaultBranch)}`)
        : { kind: 'new branch', defaultBranch };
}
/** @param request of a pull request's payload */
const startOfRequest = (request) => ({
    kind: 'pull request',
    base: { name: request.base.ref, sha: request.base.sha },
    head: request.head.sha
});
/** @param group of a merge group's payload */
const startOfGroup = (group) => ({
    kind: 'merge group',
    base: {
        name: group.base_ref.replace(/^refs\/heads\//, ''),
        sha: group.base_sha
    }
});
const none = (why) => ({ kind: 'none', why });
/** Whether it stands for no commit. */
const isZero = (sha) => /^0+$/.test(sha);

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
;// CONCATENATED MODULE: ./src/github/event-schemas.ts
/** The payloads of events, as far as they are read; and they are hostile. */



/** SHA-1, or SHA-256 in repositories that use it. */
const isSha = (text) => /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
/** Without the harmful parts of what git-check-ref-format(1) forbids. */
const isRefName = (text) => 
// eslint-disable-next-line no-control-regex
text !== '' && !/[\x00-\x20\x7f~^:?*[\\]|\.\.|@\{|\/\/|^\/|\/$/.test(text);
const isFullRef = (text) => /^refs\/./.test(text) && isRefName(text);
const expected = (what) => (issue) => issue.input === undefined
    ? 'missing'
    : `expected ${what}, got ${(0,json/* shortJson */.j4)(issue.input)}`;
const object = (entries) => dist/* object */.Ikc(entries, expected('an object'));
const textThat = (is, what) => dist/* pipe */.FsL(dist/* string */.YjP(expected(what)), dist/* check */.z6Y(is, expected(what)));
const refName = textThat(isRefName, "a branch's name");
const fullRef = textThat(isFullRef, 'a full ref (refs/heads/...)');
const sha = textThat(isSha, 'a commit id');
const number = dist/* pipe */.FsL(dist/* number */.aig(expected('a number')), dist/* safeInteger */.Y2b(expected('a whole number')), dist/* minValue */.Wwf(1, expected('a number of at least 1')));
const repository = object({ id: number });
/** null if the repository was deleted. */
const headRepository = dist/* nullable */.mee(repository);
const pushSchema = object({
    ref: fullRef,
    before: sha,
    after: sha,
    created: dist/* boolean */.zMY(expected('true or false')),
    repository: object({ default_branch: refName })
});
const pullRequestSchema = object({
    action: dist/* string */.YjP(expected('a text')),
    // Only of the actions `labeled` and `unlabeled`, and not always.
    label: dist/* optional */.lqM(object({ name: dist/* string */.YjP(expected('a text')) })),
    pull_request: object({
        number,
        head: object({ ref: refName, sha, repo: headRepository }),
        base: object({ ref: refName, sha, repo: repository })
    })
});
const mergeGroupSchema = object({
    merge_group: object({
        head_ref: fullRef,
        head_sha: sha,
        base_ref: fullRef,
        base_sha: sha
    })
});
const runSchema = object({
    workflow_run: object({ head_repository: headRepository }),
    repository
});
/**
 * A payload by its schema.
 *
 * @throws UserError that names what is missing or wrong
 */
function read(schema, payload, event) {
    const result = dist/* safeParse */.xLC(schema, payload, { abortEarly: true });
    if (result.success)
        return result.output;
    const [issue] = result.issues;
    const path = (issue.path ?? []).map(item => item.key);
    const at = path.length === 0 ? 'the payload' : (0,json/* formatPath */.jV)(path);
    throw lacking(`the event ${event}: ${at}: ${issue.message}`);
}
function lacking(what) {
    return new errors/* UserError */.yo(`GitHub's event cannot be read: ${what}`, {
        code: 'github',
        hint: 'Nothing was run. GitHub Actions sets GITHUB_EVENT_NAME, GITHUB_REF and GITHUB_SHA, and writes the payload to the file GITHUB_EVENT_PATH; make sure that no step changes them.'
    });
}

;// CONCATENATED MODULE: ./src/github/event.ts




/**
 * What the event of a workflow run allows. Rules without a source given are
 * from "Events that trigger workflows" on docs.github.com.
 *
 * @param payload the parsed JSON of the file GITHUB_EVENT_PATH
 * @param allowForks the input `allow-forks`
 * @throws UserError that names what is missing or wrong
 */
function targetOf(payload, environment, { allowForks } = { allowForks: false }) {
    const subject = subjectOf(payload, environment);
    const { kind, isFork, ref, sha, pullRequest, start, label } = subject;
    return {
        kind,
        isFork,
        ref,
        sha,
        run: mayRun(subject, environment, allowForks),
        commit: mayCommit(subject),
        comment: pullRequest === undefined
            ? denied(`the event ${subject.event} is not about a pull request`)
            : { may: true, pullRequest },
        start,
        label
    };
}
function subjectOf(payload, environment) {
    const name = environment.GITHUB_EVENT_NAME ?? '';
    if (name === '')
        throw lacking('GITHUB_EVENT_NAME is not set');
    const event = (0,markdown/* codeSpan */.SS)(name);
    const rest = { event, isFork: false };
    switch (name) {
        case 'push': {
            const push = read(pushSchema, payload, name);
            const { ref, after } = push;
            const start = startOfPush(push, ref.startsWith(QUEUE));
            const about = { ...rest, ref, start };
            // A deletion leaves no commit; the default branch is checked out.
            return isZero(after)
                ? { ...about, kind: 'deleted push', sha: shaOf(environment) }
                : { ...about, kind: kindOfPush(ref), sha: after };
        }
        // A review also runs on the pull request's merge commit.
        case 'pull_request':
        case 'pull_request_review':
        case 'pull_request_review_comment':
        case 'pull_request_target': {
            const told = read(pullRequestSchema, payload, name);
            const { pull_request: request, action } = told;
            const { head, base, number: pullRequest } = request;
            const isFork = head.repo?.id !== base.repo.id;
            const kind = name === 'pull_request_target'
                ? 'pull_request_target'
                : isFork
                    ? 'fork pull request'
                    : 'pull request';
            // GITHUB_SHA is the merge with the base, or the default branch.
            const { ref, sha } = head;
            const start = startOfRequest(request);
            const label = name === 'pull_request' && action === 'labeled'
                ? told.label?.name
                : undefined;
            const about = { event, kind, isFork, pullRequest, start, label };
            return { ...about, ref: `${event_HEADS}${ref}`, sha };
        }
        case 'merge_group': {
            const { merge_group: group } = read(mergeGroupSchema, payload, name);
            const { head_ref: ref, head_sha: sha } = group;
            const start = startOfGroup(group);
            return { ...rest, kind: 'merge group', ref, sha, start };
        }
        case 'workflow_run': {
            const { workflow_run: run, repository } = read(runSchema, payload, name);
            const isFork = run.head_repository?.id !== repository.id;
            const about = { event, kind: 'workflow_run', isFork };
            return { ...about, ...checkedOut(environment), start: untold(event) };
        }
        case 'workflow_dispatch':
        case 'schedule': {
            const kind = name === 'schedule' ? name : 'dispatch';
            const start = none(`the event ${event} changes nothing`);
            return { ...rest, kind, ...checkedOut(environment), start };
        }
        default:
            return {
                ...rest,
                kind: 'other',
                ...checkedOut(environment),
                start: untold(event)
            };
    }
}
const untold = (event) => none(`the event ${event} does not say what has changed`);
const event_HEADS = 'refs/heads/';
/**
 * The branches of a merge queue, one per group; creating one is a push and a
 * merge_group event ("Merge group webhook event", github.blog, 2022-08-18).
 */
const QUEUE = `${event_HEADS}gh-readonly-queue/`;
function kindOfPush(ref) {
    if (ref.startsWith(QUEUE))
        return 'merge group';
    if (ref.startsWith(event_HEADS))
        return 'branch push';
    return ref.startsWith('refs/tags/') ? 'tag push' : 'other';
}
/**
 * A stranger's tests can do anything to the runner, and on a self-hosted runner
 * the damage lasts ("Secure use reference", docs.github.com). A workflow_run
 * after a fork's run, or a pull_request_target, also has a token that can
 * write.
 */
function mayRun({ event, isFork }, { RUNNER_ENVIRONMENT: runner }, allowForks) {
    if (!isFork || allowForks || runner === 'github-hosted')
        return { may: true };
    return {
        ...denied(`the event ${event} runs code from a fork, which could do lasting damage on a self-hosted runner`),
        hint: 'Run it on a GitHub-hosted runner. If the runner is thrown away after each job, or everyone who can open pull requests is trusted, set `allow-forks: true`.'
    };
}
function mayCommit({ event, kind, isFork, ref }) {
    if (isFork) {
        return denied(`the code comes from a fork, which ${event} cannot commit to`);
    }
    switch (kind) {
        case 'branch push':
        case 'dispatch':
        case 'schedule':
            if (ref?.startsWith(QUEUE))
                break;
            return ref?.startsWith(event_HEADS)
                ? { may: true, ref }
                : denied(`${said(ref)} is not a branch`);
        case 'tag push':
            return denied(`${said(ref)} is a tag, and tags do not move`);
        case 'deleted push':
            return denied(`${said(ref)} was deleted`);
        case 'pull request':
        case 'fork pull request':
            return denied("a pull request's run tests the merge with its base, not the branch itself; a workflow that also runs on `push` commits to the branch");
        case 'pull_request_target':
            return denied(`${event} does not run for the branch of the pull request; a workflow that runs on \`push\` commits to it`);
        case 'merge group':
            break;
        case 'workflow_run':
        case 'other':
            return denied(`the event ${event} does not say which branch was tested; \`push\`, \`workflow_dispatch\` and \`schedule\` do`);
    }
    return denied(`${said(ref)} is a branch of the merge queue, which belongs to GitHub; the profile must be right in the pull request`);
}
const denied = (why) => ({ may: false, why });
const said = (ref) => ref === undefined ? 'the tested ref' : (0,markdown/* codeSpan */.SS)(ref);
/** What actions/checkout checks out by default. */
function checkedOut(environment) {
    const ref = environment.GITHUB_REF ?? '';
    if (ref !== '' && !isFullRef(ref)) {
        throw lacking(`GITHUB_REF is not a full ref: ${(0,json/* shortJson */.j4)(ref)}`);
    }
    return { ref: ref === '' ? undefined : ref, sha: shaOf(environment) };
}
function shaOf({ GITHUB_SHA: sha = '' }) {
    if (isSha(sha))
        return sha;
    throw lacking(sha === ''
        ? 'GITHUB_SHA is not set'
        : `GITHUB_SHA is not a commit id: ${(0,json/* shortJson */.j4)(sha)}`);
}

;// CONCATENATED MODULE: ./src/github/payload.ts



/**
 * What the event of this workflow run allows, read from the file that GitHub
 * Actions wrote (GITHUB_EVENT_PATH).
 *
 * @param environment the step's
 * @throws UserError if the file or its content cannot be read
 */
async function readTarget(environment, options) {
    const { GITHUB_EVENT_NAME, GITHUB_REF, GITHUB_SHA, RUNNER_ENVIRONMENT } = environment;
    return targetOf(await readPayload(environment['GITHUB_EVENT_PATH'] ?? ''), { GITHUB_EVENT_NAME, GITHUB_REF, GITHUB_SHA, RUNNER_ENVIRONMENT }, options);
}
async function readPayload(file) {
    if (file === '')
        throw unreadable('GITHUB_EVENT_PATH is not set');
    try {
        return JSON.parse(await promises_default().readFile(file, 'utf8'));
    }
    catch (error) {
        throw unreadable(`${file}: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}
function unreadable(what) {
    return new errors/* UserError */.yo(`GitHub's event cannot be read: ${what}`, {
        code: 'github',
        hint: 'Nothing was run. GitHub Actions writes the payload to the file GITHUB_EVENT_PATH; make sure that no step changes it.'
    });
}


/***/ }),

/***/ 7084:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ orAborted),
/* harmony export */   u: () => (/* binding */ within)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8474);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_events__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3916);



/**
 * Waits for the work, but only until the signal is aborted.
 *
 * @throws the work's error, or the signal's reason
 */
async function orAborted(work, signal) {
    // The rejection of the race's loser must not go unhandled.
    work.catch(() => undefined);
    if (signal.aborted)
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .abortError */ .vt)(signal);
    const settled = new AbortController();
    const aborted = (0,node_events__WEBPACK_IMPORTED_MODULE_0__.once)(signal, 'abort', { signal: settled.signal }).then(() => {
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .abortError */ .vt)(signal);
    });
    aborted.catch(() => undefined);
    try {
        return await Promise.race([work, aborted]);
    }
    finally {
        settled.abort();
    }
}
/** Waits this many milliseconds for the work; undefined if it takes longer. */
async function within(work, ms) {
    work.catch(() => undefined);
    const settled = new AbortController();
    const late = (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(ms, undefined, { signal: settled.signal });
    late.catch(() => undefined);
    try {
        return await Promise.race([work, late]);
    }
    finally {
        settled.abort();
    }
}


/***/ }),

/***/ 2610:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ ask)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3916);


/** How much of an answer is kept, in characters. */
const KEPT = 1024 * 1024;
/**
 * Runs a program for its answer, with nothing on standard input. Never throws:
 * there is an answer even if the program is missing, fails or takes too long.
 *
 * @param argv the program and its arguments
 * @param environment its environment; the language of its answer is English
 */
async function ask([program = '', ...args], environment, timeoutMs = 5_000) {
    return new Promise(resolve => {
        const output = { stdout: '', stderr: '' };
        const end = (ok, why = '') => {
            clearTimeout(timer);
            resolve({ ok, stdout: output.stdout, stderr: output.stderr + why });
        };
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, args, {
            env: { ...environment, LC_ALL: 'C' },
            stdio: ['ignore', 'pipe', 'pipe']
        });
        for (const name of ['stdout', 'stderr']) {
            child[name].setEncoding('utf8').on('data', (text) => {
                if (output[name].length < KEPT)
                    output[name] += text;
            });
        }
        const timer = setTimeout(() => {
            // Under sudo it cannot be signalled; then we stop waiting for it.
            child.kill();
            child.stdout.destroy();
            child.stderr.destroy();
            child.unref();
            end(false, `no answer within ${timeoutMs / 1000} s`);
        }, timeoutMs);
        child.on('error', error => {
            end(false, `${program} cannot be started: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errnoCode */ .UK)(error) ?? '?'}`);
        });
        child.on('close', code => {
            end(code === 0);
        });
    });
}


/***/ }),

/***/ 2048:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ howEnded),
/* harmony export */   r: () => (/* binding */ startBackground)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8474);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_events__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(481);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_readline__WEBPACK_IMPORTED_MODULE_2__);



/** How a program ended, for the end of a sentence: `by SIGKILL`. */
function howEnded({ code, signal }) {
    return signal === null ? `with exit code ${code ?? '?'}` : `by ${signal}`;
}
/** How much of standard error is kept, in characters. */
const STDERR_KEPT = 16 * 1024;
/**
 * Starts a program in the background, its standard input open and empty. Its
 * standard input also closes when this process dies, however it dies.
 *
 * @param argv the program and its arguments
 * @param environment all of its environment
 */
function startBackground([program = '', ...args], environment) {
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, args, {
        env: environment,
        stdio: ['pipe', 'pipe', 'pipe']
    });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
        stderr = (stderr + text).slice(-STDERR_KEPT);
    });
    // Input written after its end: it has no reader.
    child.stdin.on('error', () => undefined);
    // Also when we may not kill a process of root's. `ended` gets the first one.
    child.on('error', () => undefined);
    const ended = endOf(child).catch((error) => {
        stderr += String(error);
        return { code: 127, signal: null };
    });
    return {
        pid: child.pid,
        lines: (0,node_readline__WEBPACK_IMPORTED_MODULE_2__.createInterface)(child.stdout.setEncoding('latin1'))[Symbol.asyncIterator](),
        stderr: () => stderr,
        ended,
        isRunning: () => child.pid !== undefined &&
            child.exitCode === null &&
            child.signalCode === null,
        closeInput: () => child.stdin.end(),
        kill: signal => child.kill(signal),
        abandon: () => {
            child.unref();
            for (const stream of [child.stdin, child.stdout, child.stderr]) {
                stream.destroy();
            }
        }
    };
}
async function endOf(child) {
    const [code, signal] = (await (0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(child, 'close'));
    return { code, signal };
}


/***/ }),

/***/ 8096:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ cacheDirectory)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);


/**
 * The runner's directory for floors and histories.
 *
 * Source: XDG Base Directory Specification, XDG_CACHE_HOME.
 */
function cacheDirectory(environment) {
    const { XDG_CACHE_HOME: cache, HOME: home } = environment;
    const base = cache && node_path__WEBPACK_IMPORTED_MODULE_1___default().isAbsolute(cache)
        ? cache
        : node_path__WEBPACK_IMPORTED_MODULE_1___default().join(home ? node_path__WEBPACK_IMPORTED_MODULE_1___default().resolve(home) : node_os__WEBPACK_IMPORTED_MODULE_0___default().homedir(), '.cache');
    return node_path__WEBPACK_IMPORTED_MODULE_1___default().join(base, 'seccomp-lock');
}


/***/ }),

/***/ 4743:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ podmanEnvironment)
/* harmony export */ });
/**
 * The environment variables that podman needs, and no others: paths, the user,
 * the language, proxies and podman's own settings. It is an allow list, so that
 * no token of the job (GITHUB_TOKEN, ACTIONS_*, INPUT_*) or of a later runner
 * version can reach podman, the build or the tests.
 */
const ALLOWED = new Set([
    'PATH',
    'HOME',
    'USER',
    'LOGNAME',
    'LANG',
    'TZ',
    'TMPDIR',
    'XDG_RUNTIME_DIR',
    'XDG_CONFIG_HOME',
    'XDG_DATA_HOME',
    'DBUS_SESSION_BUS_ADDRESS',
    'CONTAINERS_CONF',
    'CONTAINERS_REGISTRIES_CONF',
    'CONTAINERS_STORAGE_CONF',
    'REGISTRY_AUTH_FILE',
    'SSL_CERT_DIR',
    'SSL_CERT_FILE',
    'HTTP_PROXY',
    'HTTPS_PROXY',
    'FTP_PROXY',
    'NO_PROXY',
    'ALL_PROXY'
]);
/** The part of an environment that podman may see. */
function podmanEnvironment(environment) {
    const kept = Object.entries(environment).filter((entry) => entry[1] !== undefined &&
        (ALLOWED.has(entry[0]) ||
            ALLOWED.has(entry[0].toUpperCase()) ||
            entry[0].startsWith('LC_')));
    return Object.fromEntries(kept);
}


/***/ }),

/***/ 3285:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jp: () => (/* binding */ keepText),
/* harmony export */   t2: () => (/* binding */ exists),
/* harmony export */   wd: () => (/* binding */ isDirectory)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);



/** Whether something exists at this path and can be reached. */
async function exists(file) {
    return node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default().access(file).then(() => true, () => false);
}
/** Whether there is a directory at this path, itself or through a link. */
async function isDirectory(file) {
    const stat = await node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default().stat(file).catch(() => undefined);
    return stat?.isDirectory() ?? false;
}
/**
 * Writes a text to a file, whole or not at all, and makes the file's directory
 * if it is missing. Never throws.
 *
 * @returns whether it was written
 */
async function keepText(file, text) {
    const temporary = `${file}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}.tmp`;
    try {
        await node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default().mkdir(node_path__WEBPACK_IMPORTED_MODULE_2___default().dirname(file), { recursive: true });
        await node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default().writeFile(temporary, text, { flag: 'wx' });
        await node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default().rename(temporary, file);
        return true;
    }
    catch {
        await node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default().rm(temporary, { force: true }).catch(() => undefined);
        return false;
    }
}


/***/ }),

/***/ 1725:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Je: () => (/* binding */ installCommand),
/* harmony export */   jy: () => (/* binding */ installHeadersCommand)
/* harmony export */ });
/* unused harmony export installCommandOn */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);

const FAMILIES = {
    rpm: {
        install: 'sudo dnf install --assumeyes',
        kernelHeaders: release => `kernel-devel-${release}`,
        names: new Map()
    },
    deb: {
        install: 'sudo apt-get install --yes',
        kernelHeaders: release => `linux-headers-${release}`,
        names: new Map([['bcc', 'libbpfcc']])
    }
};
/**
 * The command that installs a package on this runner.
 *
 * @param name the package's name in Fedora
 */
async function installCommand(name) {
    return installCommandOn(await osRelease(), name);
}
/** The command that installs the headers of a kernel on this runner. */
async function installHeadersCommand(release) {
    const { install, kernelHeaders } = familyOf(await osRelease());
    return `${install} ${kernelHeaders(release)}`;
}
/**
 * The command that installs a package on a distribution.
 *
 * @param text its /etc/os-release, os-release(5)
 * @param name the package's name in Fedora
 */
function installCommandOn(text, name) {
    const { install, names } = familyOf(text);
    return `${install} ${names.get(name) ?? name}`;
}
async function osRelease() {
    return node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default().readFile('/etc/os-release', 'utf8').catch(() => '');
}
function familyOf(text) {
    const ids = [...text.matchAll(/^ID(?:_LIKE)?="?([^"\n]*)/gm)].flatMap(match => match[1]?.split(' ') ?? []);
    return ids.some(id => id === 'debian' || id === 'ubuntu')
        ? FAMILIES.deb
        : FAMILIES.rpm;
}


/***/ }),

/***/ 327:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DG: () => (/* binding */ descendants),
/* harmony export */   IG: () => (/* binding */ pidsOf),
/* harmony export */   O3: () => (/* binding */ listProcesses)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);

/** All visible processes, without those that end meanwhile. */
async function listProcesses() {
    const entries = (await node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default().readdir('/proc')).filter(e => /^\d+$/.test(e));
    const processes = await Promise.all(entries.map(readProcess));
    return processes.filter(p => p !== undefined);
}
async function readProcess(entry) {
    try {
        const [cmdline, status] = await Promise.all([
            node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default().readFile(`/proc/${entry}/cmdline`, 'utf8'),
            node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default().readFile(`/proc/${entry}/status`, 'utf8')
        ]);
        const field = (name) => new RegExp(`^${name}:\\s*(.*)$`, 'm').exec(status)?.[1] ?? '';
        return {
            pid: Number(entry),
            parent: Number(field('PPid')),
            argv: cmdline.split('\0'),
            isContained: field('NSpid').split(/\s+/).length > 1
        };
    }
    catch {
        return undefined;
    }
}
/** A process's children, their children, and so on. */
function descendants(of, all) {
    const children = all.filter(p => p.parent === of);
    return children.flatMap(child => [child, ...descendants(child.pid, all)]);
}
/** The process IDs alone. */
function pidsOf(processes) {
    return processes.map(({ pid }) => pid);
}


/***/ }),

/***/ 9097:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ temporaryDirectory),
/* harmony export */   b: () => (/* binding */ writeTemporary)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_3__);




/** The directory for temporary files: the runner's, else the system's. */
function temporaryDirectory(environment) {
    const { RUNNER_TEMP: directory } = environment;
    return directory ? node_path__WEBPACK_IMPORTED_MODULE_3___default().resolve(directory) : node_os__WEBPACK_IMPORTED_MODULE_2___default().tmpdir();
}
/**
 * Writes a file for later steps of the job, under a name that is not taken.
 *
 * @param what a word for the file's name that says what it is
 * @param type the ending of its name, without the dot
 * @returns its path
 */
async function writeTemporary(directory, what, type, text) {
    const id = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString('hex');
    const file = node_path__WEBPACK_IMPORTED_MODULE_3___default().join(directory, `seccomp-lock-${what}-${id}.${type}`);
    await node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default().writeFile(file, text);
    return file;
}


/***/ }),

/***/ 9407:
/***/ ((module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7264);
/* harmony import */ var _actions_exec__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1260);
/* harmony import */ var _checks_install_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(422);
/* harmony import */ var _container_cleanup_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6008);
/* harmony import */ var _container_podman_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2166);
/* harmony import */ var _doctor_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9408);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3916);
/* harmony import */ var _github_payload_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1557);
/* harmony import */ var _host_temporary_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9097);
/* harmony import */ var _inputs_inputs_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8028);
/* harmony import */ var _inputs_publishing_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(6292);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(5625);
/* harmony import */ var _outputs_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(8252);
/* harmony import */ var _publish_github_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(85);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(1457);
/* harmony import */ var _verify_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(5890);

















const log = (0,_log_js__WEBPACK_IMPORTED_MODULE_12__/* .createLog */ .hM)(_actions_core__WEBPACK_IMPORTED_MODULE_1__, chunk => process.stdout.write(chunk));
const uid = process.getuid?.() ?? 0;
const get = (name) => _actions_core__WEBPACK_IMPORTED_MODULE_1__.getInput(name);
/** The runner starts this file twice: as the step, and after the job. */
const IS_POST = 'isPost';
/** The state that the step saves for the post step. */
const CONTAINER = 'container';
const SCRATCH = 'scratch';
const PODMAN = 'podman';
async function main() {
    _actions_core__WEBPACK_IMPORTED_MODULE_1__.saveState(IS_POST, 'true');
    const workspace = node_path__WEBPACK_IMPORTED_MODULE_0___default().resolve(process.env['GITHUB_WORKSPACE'] ?? '.');
    const world = createWorld();
    if ((0,_inputs_inputs_js__WEBPACK_IMPORTED_MODULE_10__/* .readMode */ .Em)(get) === 'doctor') {
        if ((0,_inputs_inputs_js__WEBPACK_IMPORTED_MODULE_10__/* .readSetup */ .WJ)(get) === 'install')
            await (0,_checks_install_js__WEBPACK_IMPORTED_MODULE_3__/* .setUpRunner */ ._)(world);
        await (0,_outputs_js__WEBPACK_IMPORTED_MODULE_13__/* .showExamination */ .jp)(await (0,_doctor_js__WEBPACK_IMPORTED_MODULE_6__/* .examineRunner */ .C3)((0,_inputs_inputs_js__WEBPACK_IMPORTED_MODULE_10__/* .readPodman */ .sH)(get), world), log);
        return;
    }
    const inputs = (0,_inputs_inputs_js__WEBPACK_IMPORTED_MODULE_10__/* .readInputs */ .Ko)(get, workspace);
    const publishing = (0,_inputs_publishing_js__WEBPACK_IMPORTED_MODULE_11__/* .readPublishing */ .E)(get);
    const target = await (0,_github_payload_js__WEBPACK_IMPORTED_MODULE_8__/* .readTarget */ ._)(process.env, publishing);
    if (!target.run.may) {
        const { why, hint } = target.run;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_7__/* .UserError */ .yo(`not run: ${why}`, { code: 'github', hint });
    }
    const gitHub = await (0,_publish_github_js__WEBPACK_IMPORTED_MODULE_14__/* .openGitHub */ .o6)(publishing, target, inputs, world);
    const change = {
        lineage: gitHub.lineage,
        path: (0,_publish_github_js__WEBPACK_IMPORTED_MODULE_14__/* .fileInRepository */ .QR)(gitHub, node_path__WEBPACK_IMPORTED_MODULE_0___default().relative(workspace, inputs.profile)),
        today: new Date().toISOString().slice(0, 10)
    };
    if ((0,_inputs_inputs_js__WEBPACK_IMPORTED_MODULE_10__/* .readMode */ .Em)(get) === 'verify') {
        const verification = await (0,_verify_js__WEBPACK_IMPORTED_MODULE_16__/* .verifyProfile */ .$)(inputs, world, change);
        await (0,_outputs_js__WEBPACK_IMPORTED_MODULE_13__/* .showVerification */ .Nn)(verification, gitHub, log);
    }
    else {
        await (0,_outputs_js__WEBPACK_IMPORTED_MODULE_13__/* .showRun */ .X3)(await (0,_run_js__WEBPACK_IMPORTED_MODULE_15__/* .run */ .e)(inputs, world, change), gitHub, log);
    }
}
/** Makes the world; its signal ends the run when the runner cancels it. */
function createWorld() {
    const controller = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM']) {
        process.on(signal, () => {
            controller.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_7__/* .Cancelled */ .cJ(signal));
        });
    }
    return {
        exec: _actions_exec__WEBPACK_IMPORTED_MODULE_2__/* .exec */ .m,
        environment: process.env,
        uid,
        log,
        // dist/index.js, next to the repository's scripts/
        setupScript: node_path__WEBPACK_IMPORTED_MODULE_0___default().resolve(node_path__WEBPACK_IMPORTED_MODULE_0___default().dirname(process.argv[1] ?? '.'), '../scripts/setup-runner.sh'),
        temporary: (0,_host_temporary_js__WEBPACK_IMPORTED_MODULE_9__/* .temporaryDirectory */ .D)(process.env),
        signal: controller.signal,
        onStart: ({ container, scratch }) => {
            // The post step does nothing without a container's name.
            _actions_core__WEBPACK_IMPORTED_MODULE_1__.saveState(SCRATCH, scratch);
            _actions_core__WEBPACK_IMPORTED_MODULE_1__.saveState(PODMAN, (0,_inputs_inputs_js__WEBPACK_IMPORTED_MODULE_10__/* .readPodman */ .sH)(get));
            _actions_core__WEBPACK_IMPORTED_MODULE_1__.saveState(CONTAINER, container);
        }
    };
}
async function post() {
    const container = _actions_core__WEBPACK_IMPORTED_MODULE_1__.getState(CONTAINER);
    if (!container)
        return;
    const mode = _actions_core__WEBPACK_IMPORTED_MODULE_1__.getState(PODMAN) === 'rootless' ? 'rootless' : 'root';
    const podman = (0,_container_podman_js__WEBPACK_IMPORTED_MODULE_5__/* .createPodman */ .yS)({ exec: _actions_exec__WEBPACK_IMPORTED_MODULE_2__/* .exec */ .m, environment: process.env, uid }, mode);
    const leftovers = { container, scratch: _actions_core__WEBPACK_IMPORTED_MODULE_1__.getState(SCRATCH) };
    if (await (0,_container_cleanup_js__WEBPACK_IMPORTED_MODULE_4__/* .cleanUp */ .n)(podman, leftovers)) {
        log.info('Cleaned up after the killed step.');
    }
}
try {
    await (_actions_core__WEBPACK_IMPORTED_MODULE_1__.getState(IS_POST) ? post() : main());
}
catch (error) {
    (0,_outputs_js__WEBPACK_IMPORTED_MODULE_13__/* .showError */ .Qg)(error);
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 8028:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Em: () => (/* binding */ readMode),
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   WJ: () => (/* binding */ readSetup),
/* harmony export */   sH: () => (/* binding */ readPodman)
/* harmony export */ });
/* unused harmony export FAIL_ON */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _candidate_acceptance_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7646);
/* harmony import */ var _candidate_policy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5863);
/* harmony import */ var _container_outside_ready_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2524);
/* harmony import */ var _container_outside_test_script_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5823);
/* harmony import */ var _container_run_args_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3754);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3916);
/* harmony import */ var _text_shell_words_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2781);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(472);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2853);










const FAIL_ON = (0,_table_js__WEBPACK_IMPORTED_MODULE_8__/* .choicesOf */ .cU)('fail-on');
/**
 * Turns the texts of the workflow into Inputs.
 *
 * @param get the value of an input, '' where it is not set
 * @param workspace the repository's checkout, absolute
 * @throws UserError that names the input, what it got and what is allowed
 */
function readInputs(get, workspace) {
    const directory = inWorkspace('working-directory', node_path__WEBPACK_IMPORTED_MODULE_0___default().resolve(workspace, (0,_values_js__WEBPACK_IMPORTED_MODULE_9__/* .plainPath */ .s1)('working-directory', get) || '.'), workspace);
    const resolve = (name) => node_path__WEBPACK_IMPORTED_MODULE_0___default().resolve(directory, (0,_values_js__WEBPACK_IMPORTED_MODULE_9__/* .plainPath */ .s1)(name, get) || '.');
    if (get('profile') === '')
        throw (0,_values_js__WEBPACK_IMPORTED_MODULE_9__/* .empty */ .Ie)('profile');
    const profile = inWorkspace('profile', resolve('profile'), workspace);
    const policy = (0,_candidate_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .parsePolicy */ .ON)({ deny: get('deny'), allow: get('allow') });
    return {
        workspace,
        directory,
        source: imageSource(get, resolve),
        tests: readTests(get),
        runArgs: (0,_values_js__WEBPACK_IMPORTED_MODULE_9__/* .lines */ .Mn)(get('run-args')).map(_container_run_args_js__WEBPACK_IMPORTED_MODULE_5__/* .parseRunArg */ .fc),
        profile,
        recorder: (0,_values_js__WEBPACK_IMPORTED_MODULE_9__/* .oneOf */ .yL)('recorder', get),
        recordUnder: (0,_values_js__WEBPACK_IMPORTED_MODULE_9__/* .oneOf */ .yL)('record-under', get),
        runs: (0,_values_js__WEBPACK_IMPORTED_MODULE_9__/* .count */ .U9)('runs', get),
        denials: (0,_values_js__WEBPACK_IMPORTED_MODULE_9__/* .oneOf */ .yL)('denials', get),
        portability: (0,_values_js__WEBPACK_IMPORTED_MODULE_9__/* .oneOf */ .yL)('portability', get),
        failOn: (0,_values_js__WEBPACK_IMPORTED_MODULE_9__/* .oneOf */ .yL)('fail-on', get),
        removals: (0,_values_js__WEBPACK_IMPORTED_MODULE_9__/* .oneOf */ .yL)('removals', get),
        confirmRemovals: (0,_values_js__WEBPACK_IMPORTED_MODULE_9__/* .count */ .U9)('confirm-removals', get),
        replay: (0,_values_js__WEBPACK_IMPORTED_MODULE_9__/* .oneOf */ .yL)('replay', get),
        policy,
        accepted: (0,_candidate_acceptance_js__WEBPACK_IMPORTED_MODULE_1__/* .parseAcceptance */ .T)(get('accept-dangerous'), policy.deny),
        defaultErrno: get('default-errno')
            ? (0,_values_js__WEBPACK_IMPORTED_MODULE_9__/* .oneOf */ .yL)('default-errno', get)
            : undefined,
        timeoutMs: (0,_values_js__WEBPACK_IMPORTED_MODULE_9__/* .duration */ .p0)('timeout-minutes', get),
        setup: readSetup(get),
        podman: readPodman(get),
        sarifPath: get('sarif-path')
            ? sarifPath(inWorkspace('sarif-path', resolve('sarif-path'), workspace), profile)
            : undefined
    };
}
/**
 * What the step does. Read first, because `doctor` needs few other inputs.
 *
 * @throws UserError
 */
function readMode(get) {
    return (0,_values_js__WEBPACK_IMPORTED_MODULE_9__/* .oneOf */ .yL)('mode', get);
}
/** What happens if the runner lacks something. */
function readSetup(get) {
    return (0,_values_js__WEBPACK_IMPORTED_MODULE_9__/* .oneOf */ .yL)('setup', get);
}
/**
 * The user that podman runs as.
 *
 * @throws UserError
 */
function readPodman(get) {
    return (0,_values_js__WEBPACK_IMPORTED_MODULE_9__/* .oneOf */ .yL)('podman', get);
}
function readTests(get) {
    if (get('test-script').trim() === '') {
        if (get('ready').trim() !== '') {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo('input ready: there is no `test-script` that could wait for it', {
                code: 'input',
                hint: 'Set `test-script`, or remove `ready`: `command` runs the tests in the container.'
            });
        }
        return { kind: 'inside', command: parseCommand(get('command')) };
    }
    return {
        kind: 'outside',
        command: get('command').trim() === '' ? [] : parseCommand(get('command')),
        script: (0,_container_outside_test_script_js__WEBPACK_IMPORTED_MODULE_4__/* .parseTestScript */ .$A)(get('test-script')),
        ready: (0,_container_outside_ready_js__WEBPACK_IMPORTED_MODULE_3__/* .parseReady */ .l5)(get('ready')),
        readyTimeoutMs: (0,_values_js__WEBPACK_IMPORTED_MODULE_9__/* .duration */ .p0)('ready-timeout', get),
        stopTimeoutMs: (0,_values_js__WEBPACK_IMPORTED_MODULE_9__/* .duration */ .p0)('stop-timeout', get)
    };
}
function sarifPath(file, profile) {
    if (file !== profile)
        return file;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo(`input sarif-path: ${JSON.stringify(file)} is the profile`, {
        code: 'input',
        hint: 'Set `sarif-path` to another file.'
    });
}
function inWorkspace(name, file, workspace) {
    const relative = node_path__WEBPACK_IMPORTED_MODULE_0___default().relative(workspace, file);
    if (relative === '..' || relative.startsWith(`..${(node_path__WEBPACK_IMPORTED_MODULE_0___default().sep)}`)) {
        throw (0,_values_js__WEBPACK_IMPORTED_MODULE_9__/* .invalid */ .Gq)(name, file, `a path inside the workspace ${workspace}`);
    }
    return file;
}
function imageSource(get, resolve) {
    const reference = get('image');
    if (reference === '') {
        const target = get('target');
        if (target !== '' && !/^[A-Za-z0-9][\w.-]*$/.test(target)) {
            throw (0,_values_js__WEBPACK_IMPORTED_MODULE_9__/* .invalid */ .Gq)('target', target);
        }
        return {
            kind: 'build',
            context: resolve('context'),
            containerfile: get('containerfile')
                ? resolve('containerfile')
                : undefined,
            buildArgs: (0,_values_js__WEBPACK_IMPORTED_MODULE_9__/* .lines */ .Mn)(get('build-args')).map(parseBuildArg),
            target: target || undefined
        };
    }
    // Characters of image names, tags, digests and transports
    // (containers-transports(5)); never a leading dash, which would be an option.
    if (!/^[A-Za-z0-9/][\w./:@+-]*$/.test(reference)) {
        throw (0,_values_js__WEBPACK_IMPORTED_MODULE_9__/* .invalid */ .Gq)('image', reference);
    }
    return { kind: 'image', reference };
}
function parseBuildArg(line) {
    if (!/^[A-Za-z_]\w*=/.test(line)) {
        throw (0,_values_js__WEBPACK_IMPORTED_MODULE_9__/* .invalid */ .Gq)('build-args', line);
    }
    return line;
}
/**
 * Shell words for one line; nothing in them is expanded. Several lines are a
 * script for the container's own `sh -e`.
 */
function parseCommand(value) {
    if (value.includes('\0')) {
        throw (0,_values_js__WEBPACK_IMPORTED_MODULE_9__/* .invalid */ .Gq)('command', value, 'a command without NUL characters');
    }
    const script = value.trim();
    if (script === '')
        throw (0,_values_js__WEBPACK_IMPORTED_MODULE_9__/* .empty */ .Ie)('command');
    if (script.includes('\n'))
        return ['sh', '-e', '-c', script];
    return (0,_text_shell_words_js__WEBPACK_IMPORTED_MODULE_7__/* .parseShellWords */ .$)('command', script, "write the command on several lines (they are run by `sh -e`), or as sh -c '...'");
}


/***/ }),

/***/ 6292:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ readPublishing),
/* harmony export */   t: () => (/* binding */ MAX_KEY)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(472);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2853);



/**
 * Reads the inputs that are about GitHub.
 *
 * @throws UserError
 */
function readPublishing(get) {
    return {
        commit: (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .oneOf */ .yL)('commit', get),
        commitVia: (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .oneOf */ .yL)('commit-via', get),
        commitMessage: get('commit-message').replace(/\r\n?/g, '\n').trim(),
        comment: (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .oneOf */ .yL)('comment', get),
        commentKey: short('comment-key', get),
        acceptLabel: readLabel(get),
        allowForks: (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .oneOf */ .yL)('allow-forks', get) === 'true',
        token: readToken(get)
    };
}
/** Not quoted in the error: it may be another secret, put here by mistake. */
function readToken(get) {
    const token = get('github-token');
    if (/^[\x21-\x7e]*$/.test(token))
        return token;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('input github-token: not a token: it contains spaces, line breaks or other invalid characters', {
        code: 'input',
        hint: 'Set `github-token` to a token, or remove it to use that of the job.'
    });
}
/** Labels have one line; any other would never be set. */
function readLabel(get) {
    const label = short('accept-label', get);
    // eslint-disable-next-line no-control-regex
    if (!/[\x00-\x1f\x7f]/.test(label))
        return label;
    throw (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)('accept-label', label, 'a label without control characters');
}
function short(name, get) {
    const text = get(name);
    const { maxLength } = _table_js__WEBPACK_IMPORTED_MODULE_1__/* .INPUTS */ .mc[name].value;
    if (text.length <= maxLength)
        return text;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`input ${name}: has ${text.length} characters, more than ${maxLength}`, { code: 'input', hint: `Choose a shorter \`${name}\`.` });
}
/** How many UTF-16 units a key may have, so that a comment has room for it. */
const MAX_KEY = _table_js__WEBPACK_IMPORTED_MODULE_1__/* .INPUTS */ .mc['comment-key'].value.maxLength;


/***/ }),

/***/ 472:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  mc: () => (/* binding */ INPUTS),
  cU: () => (/* binding */ choicesOf)
});

// UNUSED EXPORTS: GROUPS

;// CONCATENATED MODULE: ./src/inputs/groups/github.ts
const GITHUB = {
    title: 'GitHub',
    about: 'What the step may do on GitHub. More in [on GitHub](github.md).',
    inputs: {
        commit: {
            value: {
                kind: 'choice',
                meanings: {
                    'on-push': 'to the branch that was pushed, scheduled or dispatched, if the tests passed under the profile in the replay, and only on top of the commit that was tested',
                    never: 'committing is left to you'
                }
            },
            default: 'on-push',
            help: 'Whether a new profile is committed.',
            details: [
                'The job needs `permissions: contents: write`. What a run has committed does not fail it. A profile with a dangerous call that the workflow does not name is not committed ([`accept-dangerous`](#accept-dangerous)). All conditions: [the commit](github.md#the-commit).'
            ]
        },
        'commit-message': {
            value: { kind: 'text', what: 'one or more lines of text' },
            default: '',
            unset: 'what changed, such as `chore(seccomp): allow mkdir`',
            help: 'The message of that commit.',
            details: ['If it is one line, the calls are listed below it.']
        },
        'commit-via': {
            value: {
                kind: 'choice',
                meanings: {
                    api: "GitHub's GraphQL API, which signs the commit",
                    git: '`git push`, for servers without that API. The commit is not signed'
                }
            },
            default: 'api',
            help: 'How the commit reaches GitHub.',
            details: [
                'A profile whose file is executable is committed with git in either case.'
            ]
        },
        comment: {
            value: {
                kind: 'choice',
                meanings: {
                    'on-change': 'when there is something to say, and to say later that it is resolved',
                    always: 'in every run for the pull request',
                    never: 'no comment is written or changed'
                }
            },
            default: 'on-change',
            help: 'When the comment on a pull request is written.',
            details: [
                'A pull request has one comment, which later runs update. The job needs `permissions: pull-requests: write`.'
            ]
        },
        'comment-key': {
            value: {
                kind: 'text',
                what: 'a text',
                maxLength: 200
            },
            default: '',
            unset: 'the path of the profile',
            help: 'Tells the comments of several jobs apart: each key has one.',
            details: [
                'Jobs that test the same profile for one pull request, as on two runners, need a key each.'
            ]
        },
        'accept-label': {
            value: { kind: 'text', what: 'the name of a label', maxLength: 50 },
            default: 'seccomp: accept',
            help: "The label that accepts a pull request's new profile.",
            details: [
                'When someone sets it on a pull request whose branch is in the same repository, the run that this starts commits the profile to the branch. GitHub lets only people with the triage role or more set labels. A dangerous call still needs its line in [`accept-dangerous`](#accept-dangerous). If it is empty, no label does anything.',
                'The workflow has to run when a label is set: `pull_request: types: [opened, synchronize, reopened, labeled]`.'
            ]
        },
        'sarif-path': {
            value: { kind: 'path' },
            default: '',
            unset: 'no such file is written',
            help: 'Where to write the dangerous and notable findings as SARIF.',
            details: ['The file must be in the workspace, and not be the profile.']
        },
        'allow-forks': {
            value: {
                kind: 'choice',
                meanings: {
                    false: 'the step fails before anything is run',
                    true: "the code is run. A stranger's code can do lasting damage to such a runner"
                }
            },
            default: 'false',
            help: 'Whether a self-hosted runner may run the code of a fork.',
            details: [
                "GitHub's own machines run it in either case. When to allow it: [forks](github.md#forks)."
            ]
        },
        'github-token': {
            value: { kind: 'text', what: 'a GitHub token' },
            default: '${{ github.token }}',
            help: 'The token for commits and comments.',
            details: [
                'By default, that of the job. podman, the build and the tests never get it ([the token](github.md#the-token)). If it is empty, nothing is committed and no comment is written.'
            ]
        }
    }
};

;// CONCATENATED MODULE: ./src/inputs/groups/image.ts
const IMAGE = {
    title: 'Image to test',
    about: 'The image is built from the repository, unless `image` names one.',
    inputs: {
        context: {
            value: { kind: 'path' },
            default: '.',
            help: 'The directory that the image is built from.',
            details: ['The path is relative to `working-directory`.']
        },
        containerfile: {
            value: { kind: 'path' },
            default: '',
            unset: '`Containerfile` in `context`, or else `Dockerfile`',
            help: 'The file that the image is built from.',
            details: ['The path is relative to `working-directory`.']
        },
        'build-args': {
            value: { kind: 'text', what: '`NAME=value`, one per line' },
            default: '',
            help: 'Arguments of the build.',
            details: ['Quotes are part of the value.']
        },
        target: {
            value: { kind: 'text', what: 'the name of a build stage' },
            default: '',
            unset: 'the last stage',
            help: 'Where the build stops.'
        },
        image: {
            value: { kind: 'text', what: 'the name of an image' },
            default: '',
            unset: 'an image is built',
            help: 'Tests this image, and builds none.',
            details: [
                'podman pulls it if the runner does not have it. The other inputs of this group are then ignored.'
            ]
        }
    }
};

;// CONCATENATED MODULE: ./src/inputs/groups/policy.ts
const POLICY = {
    title: 'Policy',
    about: 'What the profile allows, and which changes fail the step.',
    inputs: {
        profile: {
            value: { kind: 'path' },
            default: 'seccomp.json',
            help: 'The profile to keep up to date.',
            details: ['The file must be in the workspace.']
        },
        deny: {
            value: {
                kind: 'text',
                what: 'names of system calls, or of groups such as `@debug`, one per line'
            },
            default: '',
            help: 'Calls that the profile must not allow.',
            details: [
                'For what no container of yours should ever do. If a run needs one of these calls, the step fails, whatever `fail-on` says, and the profile stays as it is. The report says which call it is, why it is needed and what it can do.',
                "The groups are systemd's; `systemd-analyze syscall-filter` lists them. Text after a `#` is a comment. A name that does not exist is an error, and so is a name in both lists; where a group overlaps with the other list, `deny` wins. More in [the profile](profile.md#deny-and-allow)."
            ],
            example: [
                'deny: |',
                '  @debug # a group',
                '  mknod',
                'allow: |',
                '  copy_file_range # the backup job in production'
            ].join('\n')
        },
        allow: {
            value: {
                kind: 'text',
                what: 'names of system calls, or of groups such as `@debug`, one per line'
            },
            default: '',
            help: 'Calls that the profile allows whether or not the tests make them.',
            details: [
                'For what production does and no test does. It is written like [`deny`](#deny).'
            ]
        },
        'accept-dangerous': {
            value: {
                kind: 'text',
                what: 'names of system calls, of groups such as `@debug`, or of settings, one per line'
            },
            default: '',
            help: 'Dangerous calls, and settings that open the profile, that may be in it.',
            details: [
                'If the profile has one that is not named here, the step fails under every `fail-on` but `never`, whoever put it there, and the profile is not committed ([why](review.md#a-dangerous-call-must-be-named)). Put the workflow under `CODEOWNERS`, so that each such line gets a review.',
                'The settings are `default-action` (calls that no rule names are allowed), `errno-0` (a refused call returns success), `listener` (another process decides about calls), `architecture: x86` (the calls of another architecture) and `deleted` (the file was deleted). Text after a `#` is the reason. `until` and a date, before the `#` or at the end of the reason, is the last day (UTC) that the line counts. The report shows both. A name that does not exist is an error, and so is one that is in `deny` as well.'
            ],
            example: [
                'accept-dangerous: |',
                '  ptrace until 2027-06-30 # gdb, in the crash tests',
                '  architecture: x86 # wine'
            ].join('\n')
        },
        'fail-on': {
            value: {
                kind: 'choice',
                meanings: {
                    never: 'nothing that changed fails the step',
                    dangerous: 'a dangerous call, or a setting that opens the profile, that the workflow does not name; or the file was deleted',
                    added: "that, or the tests need calls that the file does not allow; a new architecture's calls count",
                    changed: 'that, or the new profile differs from the file in any way, or is the first one'
                }
            },
            default: 'added',
            help: 'What fails the step, after everything has been written.',
            details: [
                'Each fails what the one before it fails, and more. A failed replay, and a call that is needed and denied, always fail the step. A profile that the run has committed does not ([what fails a run](github.md#what-fails-a-run)).',
                'The workflow names dangerous calls and settings in [`accept-dangerous`](#accept-dangerous). Which calls are dangerous: [the profile](profile.md#how-dangerous-a-call-is).'
            ]
        },
        removals: {
            value: {
                kind: 'choice',
                meanings: {
                    apply: 'they are removed once it is very unlikely that they were missing by chance',
                    report: 'they stay in the profile, and the report names them'
                }
            },
            default: 'apply',
            help: 'What happens to calls that the tests no longer make.'
        },
        'confirm-removals': {
            value: { kind: 'count', from: 0, to: 100 },
            default: '3',
            help: 'The maximum number of times that the tests are recorded again when they did not make a call that the profile allows.',
            details: [
                'Recording again stops as soon as every such call has been seen. A call is removed when it was missing in so many runs in a row, including earlier runs that the runner remembers, that chance is very unlikely ([when a call leaves](profile.md#when-a-call-leaves)). With `0`, it is removed at once.'
            ]
        },
        portability: {
            value: {
                kind: 'choice',
                meanings: {
                    on: 'adds the calls that crun and runc need to start a container, and those that another libc or kernel makes in place of the recorded ones',
                    off: 'adds nothing'
                }
            },
            default: 'on',
            help: 'Whether the profile gets calls that it needs under another runtime, libc or kernel.',
            details: [
                "No call is added that podman's default profile refuses. The report lists each with its reason."
            ]
        },
        'default-errno': {
            value: {
                kind: 'choice',
                meanings: {
                    ENOSYS: 'the call does not exist. A C library then tries an older call',
                    EPERM: "the call is not permitted. Programs can break when the image's C library is updated"
                }
            },
            default: '',
            unset: 'what the committed profile says; `ENOSYS` in a first profile',
            help: 'The error that a refused call returns.'
        }
    }
};

// EXTERNAL MODULE: ./src/recorders/known.ts + 4 modules
var known = __webpack_require__(1299);
;// CONCATENATED MODULE: ./src/inputs/groups/recording.ts

/** What each recorder is, as a value of `recorder`. */
const ALONE = Object.fromEntries(known/* RECORDER_NAMES */.a.map(name => {
    const { called, slow } = known/* ABOUT */.O[name];
    const cost = slow === undefined ? '' : `; ${slow.replace(/\.$/, '')}`;
    return [name, `only ${called}${cost}`];
}));
const RECORDING = {
    title: 'Recording',
    about: "How the tests' system calls are recorded, and how the new profile is tried.",
    inputs: {
        recorder: {
            value: {
                kind: 'choice',
                meanings: {
                    auto: 'bpftrace checked by the hook, or the one of the two that works; otherwise audit, otherwise strace',
                    ...ALONE
                }
            },
            default: 'auto',
            help: 'The tool that records the system calls.',
            details: [
                'What each of them sees, needs and costs: [the recorders](recorders.md).'
            ]
        },
        'record-under': {
            value: {
                kind: 'choice',
                meanings: {
                    default: "podman's default profile, so that the new profile is not wider, except for what you `allow`",
                    'allow-all': "no call is refused, for programs that need what podman's default refuses"
                }
            },
            default: 'default',
            help: 'The filter of the container while it is recorded.'
        },
        runs: {
            value: { kind: 'count', from: 1, to: 100 },
            default: '1',
            help: 'The minimum number of times that the tests are recorded.',
            details: [
                'The profile has the calls of all runs. The report names those that were made in some of the runs only.'
            ]
        },
        denials: {
            value: {
                kind: 'choice',
                meanings: {
                    report: 'the report names them, if bpftrace records. Each call of the container takes longer',
                    ignore: 'they are not looked for'
                }
            },
            default: 'report',
            help: "Whether to look for calls that podman's default profile refuses during the recording.",
            details: ['The replay looks for refused calls in either case.']
        },
        replay: {
            value: {
                kind: 'choice',
                meanings: {
                    on: "they run again. Calls that the new profile refuses are added, unless `deny`, a rule of yours or podman's default refuses them; a profile under which the tests fail is never written",
                    off: 'the profile is written without a trial, and is not committed'
                }
            },
            default: 'on',
            help: 'Whether the tests run again under the new profile before it is written.',
            details: [
                'What that shows and what it does not: [the replay](replay.md).'
            ]
        }
    }
};

;// CONCATENATED MODULE: ./src/inputs/groups/runner.ts
const RUNNER = {
    title: 'Runner',
    about: 'What the step does, and on which machine.',
    inputs: {
        mode: {
            value: {
                kind: 'choice',
                meanings: {
                    lock: 'records the tests, and replays them under the new profile before it is written',
                    verify: 'runs the tests under the profile in the repository as it is, and fails if they fail, or if a call is refused that is not refused on purpose ([verify](replay.md#verify)). It records nothing, changes no file and commits nothing; a pull request has its comment',
                    doctor: 'says in seconds what the runner has and lacks, and how to fix it ([the doctor](doctor.md)). Of the other inputs it reads only `setup` and `podman`'
                }
            },
            default: 'lock',
            help: 'What the step does.'
        },
        setup: {
            value: {
                kind: 'choice',
                meanings: {
                    check: 'the step says what it is and how to install it',
                    install: 'it is installed, as root or by sudo without a password'
                }
            },
            default: 'check',
            help: 'What happens if the runner lacks something.'
        },
        podman: {
            value: {
                kind: 'choice',
                meanings: {
                    root: "root, through sudo if the runner's user is not root",
                    rootless: "the runner's user. Only bpftrace can record then; it needs sudo, and a host that has version 2 of cgroups only ([rootless podman](runner.md#rootless-podman))"
                }
            },
            default: 'root',
            help: 'The user that podman runs as.'
        },
        'working-directory': {
            value: { kind: 'path' },
            default: '.',
            help: 'The directory that all other paths start from, relative to the workspace.',
            details: [
                'It must be in the workspace. podman and `test-script` run in it.'
            ]
        }
    }
};

;// CONCATENATED MODULE: ./src/inputs/groups/tests.ts
const TESTS = {
    title: 'Tests',
    about: 'The suite runs inside the container (`command`), or on the runner and tests the container from outside (`test-script`). More in [your tests](tests.md).',
    inputs: {
        command: {
            value: {
                kind: 'text',
                what: 'one command line, or a script of several lines'
            },
            default: '',
            required: 'unless `test-script` is set or `mode` is `doctor`',
            help: 'The command that runs the tests in the container.',
            details: [
                'One line is split into words as a shell would do it, and run without a shell: nothing in it is expanded, and an operator such as `&&` is an error. Several lines are a script for `sh -e` in the container.',
                "The image's entrypoint stays in place. If it gets in the way, set `--entrypoint=` in `run-args`.",
                "With `test-script`, this is the command that the container runs; if it is empty, the container runs the image's own command."
            ],
            example: 'command: ./test.sh'
        },
        'test-script': {
            value: {
                kind: 'text',
                what: 'one command line, or a script of several lines'
            },
            default: '',
            unset: '`command` runs the tests in the container',
            help: 'A script on the runner that tests the container while it runs.',
            details: [
                "Tests that run in the container leave the test tool's own calls in the profile. With `test-script`, the container runs the same program as in production. When the script has succeeded, the container gets its stop signal, so that its shutdown is recorded as well.",
                'One line is split into words and run without a shell. Several lines are a script for `bash -e`; a script that uses variables needs several lines.',
                "It runs in `working-directory`, as the runner's user. It finds published ports in variables such as `PORT_8000`, the container's name in `SECCOMP_LOCK_CONTAINER` and its address in `SECCOMP_LOCK_ADDRESS`. It sees only [a few variables of the job](tests.md#what-the-tests-see-of-the-job)."
            ],
            example: [
                'run-args: --publish=127.0.0.1::8000',
                'ready: http://127.0.0.1:$PORT_8000/health',
                'test-script: |',
                '  curl --fail "http://127.0.0.1:$PORT_8000/orders"',
                '  curl --fail "http://127.0.0.1:$PORT_8000/customers"'
            ].join('\n')
        },
        ready: {
            value: {
                kind: 'text',
                what: 'a URL, `host:port`, `log: TEXT` or `command: WORDS`'
            },
            default: '',
            unset: 'the script starts as soon as the container runs',
            help: 'When `test-script` may start.',
            details: [
                'What the script waits for:',
                [
                    '- A URL must answer with an HTTP status below 400.',
                    '- `host:port` must accept a TCP connection.',
                    '- `log: TEXT` is a text that the container must write.',
                    '- `command: WORDS` is a command that must succeed in the container. bpftrace and the hook record its calls, because production makes its health checks under the profile as well.'
                ].join('\n'),
                "In a URL or an address, `$PORT_8000` stands for the runner's port at which the container's port 8000 is published."
            ]
        },
        'ready-timeout': {
            value: { kind: 'duration', unit: 'seconds', atMost: 3600 },
            default: '60',
            help: 'How many seconds the container may take to become ready.'
        },
        'stop-timeout': {
            value: { kind: 'duration', unit: 'seconds', atMost: 3600 },
            default: '10',
            help: 'How many seconds the container may take to stop after its stop signal, before it is killed.',
            details: [
                'After `test-script` only. If the container is killed, the log warns that calls of its shutdown may be missing from the profile.'
            ]
        },
        'run-args': {
            value: { kind: 'text', what: 'options of `podman run`, one per line' },
            default: '',
            help: 'Further options for the container of the tests.',
            details: [
                'Quotes are part of the value.',
                'An option that would make the recording wrong is an error that says why: for example `--privileged`, another seccomp profile, `--platform`, `--detach` or `--name`. A path in the workspace that is mounted may not be a link that leads out of it.'
            ],
            example: [
                'run-args: |',
                '  --env=MODE=test',
                '  --volume /srv/data:/data'
            ].join('\n')
        },
        'timeout-minutes': {
            value: { kind: 'duration', unit: 'minutes', atMost: 1440 },
            default: '30',
            help: 'How many minutes the build may take, and each run of the tests.'
        }
    }
};

;// CONCATENATED MODULE: ./src/inputs/table.ts






/**
 * The table of inputs: a file of `groups/` for each heading. The checks take
 * what is allowed from it, and `npm run inputs` generates docs/inputs.md and
 * the inputs of action.yml from it.
 */
const GROUPS = [TESTS, IMAGE, POLICY, RECORDING, GITHUB, RUNNER];
/** All inputs by name. */
const INPUTS = {
    ...TESTS.inputs,
    ...IMAGE.inputs,
    ...POLICY.inputs,
    ...RECORDING.inputs,
    ...GITHUB.inputs,
    ...RUNNER.inputs
};
/** The words that an input can be set to, in the table's order. */
function choicesOf(name) {
    return Object.keys(INPUTS[name].value.meanings);
}


/***/ }),

/***/ 2853:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U9: () => (/* binding */ count),
  p0: () => (/* binding */ duration),
  Ie: () => (/* binding */ empty),
  Gq: () => (/* binding */ invalid),
  Mn: () => (/* binding */ lines),
  yL: () => (/* binding */ oneOf),
  s1: () => (/* binding */ plainPath)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
;// CONCATENATED MODULE: ./src/inputs/input.ts
/** What is allowed, to follow "is not": `one of ...`, `a ...`. */
function describeValue(value) {
    switch (value.kind) {
        case 'choice': {
            const words = Object.keys(value.meanings).map(word => `\`${word}\``);
            return `one of ${words.join(', ')}`;
        }
        case 'count':
            return `a whole number from ${value.from} to ${value.to}`;
        case 'duration':
            return `a number of ${value.unit} above 0 and up to ${value.atMost}`;
        case 'path':
            return 'a path without control characters';
        case 'text':
            return value.maxLength === undefined
                ? value.what
                : `${value.what} of at most ${value.maxLength} characters`;
    }
}

// EXTERNAL MODULE: ./src/inputs/table.ts + 6 modules
var table = __webpack_require__(472);
;// CONCATENATED MODULE: ./src/inputs/values.ts



/**
 * The error of an input that is not what the table allows.
 *
 * @param allowed what is allowed, where there is more to say
 */
function invalid(name, got, allowed = describeValue(table/* INPUTS */.mc[name].value)) {
    return new errors/* UserError */.yo(`input ${name}: ${JSON.stringify(got)} is not ${allowed}`, {
        code: 'input',
        hint: `Set \`${name}\` in the workflow step to ${allowed}.`
    });
}
/** The error of an input that has to be set. */
function empty(name) {
    return new errors/* UserError */.yo(`input ${name}: is required, and empty`, {
        code: 'input',
        hint: `Set \`${name}\` in the workflow step.`
    });
}
/**
 * One of the words that the table allows.
 *
 * @throws UserError
 */
function oneOf(name, get) {
    const got = get(name);
    const value = (0,table/* choicesOf */.cU)(name).find(choice => choice === got);
    if (value === undefined)
        throw invalid(name, got);
    return value;
}
/**
 * A whole number.
 *
 * @throws UserError
 */
function count(name, get) {
    const got = get(name);
    const { from, to } = table/* INPUTS */.mc[name].value;
    const value = /^\d+$/.test(got) ? Number(got) : NaN;
    if (!(value >= from && value <= to))
        throw invalid(name, got);
    return value;
}
/**
 * A time.
 *
 * @returns milliseconds
 * @throws UserError
 */
function duration(name, get) {
    const got = get(name);
    const { unit, atMost } = table/* INPUTS */.mc[name].value;
    const value = /^\d+(\.\d+)?$/.test(got) ? Number(got) : NaN;
    if (!(value > 0 && value <= atMost))
        throw invalid(name, got);
    return value * MILLISECONDS[unit];
}
const MILLISECONDS = { seconds: 1000, minutes: 60_000 };
/**
 * A path's text. Control characters in a path are always a mistake.
 *
 * @throws UserError
 */
function plainPath(name, get) {
    const got = get(name);
    // eslint-disable-next-line no-control-regex
    if (/[\x00-\x1f\x7f]/.test(got))
        throw invalid(name, got);
    return got;
}
/** The lines of an input, without empty ones and the space around each. */
function lines(value) {
    return value
        .split(/\r?\n/)
        .map(line => line.trim())
        .filter(line => line !== '');
}


/***/ }),

/***/ 5625:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   hM: () => (/* binding */ createLog),
/* harmony export */   kc: () => (/* binding */ displayCommand),
/* harmony export */   p0: () => (/* binding */ duration)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

/**
 * A log on top of @actions/core and the standard output.
 *
 * @param now the time, in milliseconds since whenever
 */
function createLog(core, write, now = () => performance.now()) {
    let openGroups = 0;
    let held = [];
    return {
        info: message => {
            core.info(oneLine(message));
        },
        warning: message => {
            core.warning(message);
        },
        debug: message => {
            if (openGroups > 0)
                held.push(message);
            else
                core.debug(message);
        },
        async group(name, work) {
            // "Stopping and starting workflow commands" in GitHub's documentation:
            // nobody who does not know the token can end the stop.
            const token = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)();
            let lastByte = NEWLINE;
            const begin = now();
            openGroups++;
            core.startGroup(oneLine(name));
            write(`::stop-commands::${token}\n`);
            try {
                return await work(chunk => {
                    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
                    lastByte = bytes.at(-1) ?? lastByte;
                    write(bytes);
                });
            }
            finally {
                if (lastByte !== NEWLINE)
                    write('\n');
                const elapsed = now() - begin;
                if (elapsed >= SHOWN_FROM_MS)
                    write(`(${duration(elapsed)})\n`);
                write(`::${token}::\n`);
                openGroups--;
                if (openGroups === 0) {
                    for (const message of held)
                        core.debug(message);
                    held = [];
                }
                core.endGroup();
            }
        }
    };
}
/** A group that takes less only shows something. */
const SHOWN_FROM_MS = 50;
const NEWLINE = '\n'.charCodeAt(0);
/** A span of time as a person reads it: 1.8 s, 42 s, 2 min 5 s. */
function duration(milliseconds) {
    const seconds = milliseconds / 1000;
    if (seconds < 9.95)
        return `${seconds.toFixed(1)} s`;
    const whole = Math.round(seconds);
    return whole < 60
        ? `${whole} s`
        : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
/**
 * Text with no way to start a line of its own or a runner command: control
 * characters are written as escapes, and the runner's two marks are broken.
 */
function oneLine(text) {
    return text
        .replace(/[\p{Cc}\u2028\u2029]/gu, c => {
        return `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`;
    })
        .replace(/^(\s*):(?=:)/, '$1\\x3a')
        .replaceAll('##[', '##\\x5b');
}
/** An argument vector as one line that a person can read and a shell can run. */
function displayCommand(argv) {
    return argv.map(quote).join(' ');
}
function quote(argument) {
    if (/^[\w@%+=:,./-]+$/.test(argument))
        return argument;
    return `'${argument.replaceAll("'", `'\\''`)}'`;
}


/***/ }),

/***/ 8252:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Qg: () => (/* binding */ showError),
  jp: () => (/* binding */ showExamination),
  X3: () => (/* binding */ showRun),
  Nn: () => (/* binding */ showVerification)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 10 modules
var core = __webpack_require__(7264);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/host/abort.ts
var abort = __webpack_require__(7084);
// EXTERNAL MODULE: ./src/log.ts
var src_log = __webpack_require__(5625);
// EXTERNAL MODULE: ./src/publish/github.ts + 11 modules
var github = __webpack_require__(85);
// EXTERNAL MODULE: ./node_modules/diff/libesm/patch/create.js + 2 modules
var create = __webpack_require__(7291);
;// CONCATENATED MODULE: ./src/github/patch.ts

/**
 * If more lines differ, the whole text is replaced: the search for the shortest
 * diff takes time with the square of its length.
 */
const MAX_EDITS = 2000;
/**
 * A patch for `git apply`, in the format of git-diff(1), "Generating patch text
 * with -p"; '' if nothing changes. The mode of an existing file stays.
 *
 * @param file within the repository, with `/`
 * @param before undefined where the file is new
 */
function patchOf(file, before, after) {
    if (before === after)
        return '';
    const [oldFileName, newFileName] = [`a/${file}`, `b/${file}`];
    const old = before ?? '';
    const patch = (0,create/* structuredPatch */.YB)(oldFileName, newFileName, old, after, undefined, undefined, { context: 3, maxEditLength: MAX_EDITS });
    return (0,create/* formatPatch */.Gu)({
        oldFileName,
        newFileName,
        oldHeader: undefined,
        newHeader: undefined,
        hunks: patch?.hunks ?? [replace(old, after)],
        isGit: true,
        ...(before === undefined && {
            isCreate: true,
            oldFileName: '/dev/null',
            newMode: '100644'
        })
    });
}
function replace(before, after) {
    const [removed, added] = [linesOf(before), linesOf(after)];
    return {
        oldStart: 1,
        oldLines: removed.length,
        newStart: 1,
        newLines: added.length,
        lines: [...marked('-', removed), ...marked('+', added)]
    };
}
/** The lines with their line ends; the last one may have none. */
const linesOf = (text) => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
const marked = (sign, lines) => lines.flatMap(line => line.endsWith('\n')
    ? [sign + line.slice(0, -1)]
    : [sign + line, '\\ No newline at end of file']);

// EXTERNAL MODULE: ./src/report/annotations.ts
var annotations = __webpack_require__(856);
;// CONCATENATED MODULE: ./src/report/annotate.ts

/**
 * The annotations of a run on lines of the profile, no more of each level than
 * GitHub shows; the report has the rest.
 *
 * @param text the file that the reader sees, if there is one
 */
function annotate(findings, text) {
    const { judgement, review, unknown, replay, profile } = findings;
    const { reasons, denied } = judgement;
    return within([
        ...(0,annotations/* annotateDenied */.WP)({ denied, text }),
        ...(0,annotations/* annotateRefused */.$O)({ replay, profile, text }),
        ...(0,annotations/* annotateReview */.rT)({ review, reasons, text }),
        ...(0,annotations/* annotateUnknown */.FW)({ unknown, text })
    ]);
}
/** The first of each level, and how many more there are. */
function within(remarks) {
    return LEVELS.flatMap(level => {
        const all = remarks.filter(remark => remark.level === level);
        const max = annotations/* MAX_ANNOTATIONS */.KE[level];
        if (all.length <= max)
            return all;
        const rest = all.length - (max - 1);
        const message = `${rest} more annotations; the report has everything.`;
        return [
            ...all.slice(0, max - 1),
            { level, place: { line: 1 }, message }
        ];
    });
}
const LEVELS = ['error', 'warning', 'notice'];

// EXTERNAL MODULE: ./src/report/report.ts + 4 modules
var report = __webpack_require__(8398);
;// CONCATENATED MODULE: ./src/report/review/data.ts
/** The data of a run. */
const dataOf = (findings) => ({
    mode: 'lock',
    profile: findings.profile,
    verdict: findings.judgement.verdict,
    reasons: findings.judgement.reasons,
    replay: findings.replay.result,
    review: findings.review,
    image: findings.image,
    machine: findings.machine
});
/** The schema that the report follows. */
const SCHEMA = 'https://github.com/seccomp-lock/seccomp-lock/blob/main/docs/report.schema.json';
/** A report as JSON, in lines. Members that are not known are left out. */
function renderJson({ review, ...data }) {
    const { base, isDeleted, findings, risks, unnamed, unneeded, counts } = review;
    const report = {
        $schema: SCHEMA,
        version: 1,
        ...data,
        base,
        isDeleted,
        counts,
        findings,
        risks,
        unnamed: unnamed.map(({ subject }) => subject.name),
        unneeded: unneeded.map(({ word }) => word)
    };
    return `${JSON.stringify(report, withoutSets, 2)}\n`;
}
/** A word's calls follow from the word. */
const withoutSets = (_, value) => value instanceof Set ? undefined : value;

;// CONCATENATED MODULE: ./src/verdict/findings.ts
/** Whether there is more to report than that nothing changed. */
function isFinding({ judgement, review, replay }) {
    const { verdict, denied } = judgement;
    return (verdict !== 'unchanged' ||
        denied.length > 0 ||
        replay.result === 'failed' ||
        isWorthTelling(review));
}
/** Whether a change does something to the file, or lacks a word for it. */
const isWorthTelling = ({ findings, unnamed }) => findings.length > 0 || unnamed.length > 0;

// EXTERNAL MODULE: ./src/verdict/publication.ts
var verdict_publication = __webpack_require__(8863);
// EXTERNAL MODULE: ./src/verdict/verdict.ts
var verdict = __webpack_require__(1396);
// EXTERNAL MODULE: ./src/github/change.ts
var github_change = __webpack_require__(6975);
// EXTERNAL MODULE: ./src/github/marker.ts
var github_marker = __webpack_require__(4329);
;// CONCATENATED MODULE: ./src/github/comment-plan.ts

/**
 * What to do so that the pull request has one comment with this key, or none if
 * there was never anything to report.
 *
 * - Ours are those of the viewer with a marker of this key on the first line;
 *   no other is touched.
 * - Of several, as two runs at once make them, the oldest stays.
 * - A text that is already there is not sent again, so its marker can be that
 *   of an earlier run. A late run stays silent if it finds the marker of a
 *   newer one, or if the pull request's head is not the commit that it tested.
 */
function planComment(existing, { viewer, marker, isFinding, body, isLatest }) {
    const ours = oursOf(existing, viewer, marker.key);
    const [first, ...others] = ours;
    const leave = (why) => ({
        step: { kind: 'leave', why },
        duplicates: why.startsWith('newer') ? [] : others.map(({ id }) => id)
    });
    if (!isLatest)
        return leave('newer commit');
    if (!first) {
        return isFinding
            ? { step: { kind: 'create', body }, duplicates: [] }
            : leave('nothing to say');
    }
    if (ours.some(our => (0,github_marker/* isOlder */.tW)(marker.run, our.marker.run))) {
        return leave('newer run');
    }
    const isShown = first.marker.proposal === marker.proposal;
    if (isShown && textOf(first.body) === textOf(body))
        return leave('unchanged');
    return {
        step: { kind: isFinding ? 'update' : 'resolve', id: first.id, body },
        duplicates: others.map(({ id }) => id)
    };
}
/** The viewer's comments with a marker of this key, the oldest first. */
function oursOf(existing, viewer, key) {
    return existing
        .filter(({ author }) => author !== undefined && isSame(author, viewer))
        .flatMap(({ id, body }) => {
        const marker = (0,github_marker/* parseMarker */.gY)(body);
        return marker?.key === key ? [{ id, body, marker }] : [];
    })
        .sort((a, b) => a.id - b.id);
}
/** Logins are the same whatever their case. */
const isSame = (a, b) => a.toLowerCase() === b.toLowerCase();
/**
 * What people see, without how often a program made a call, which differs in
 * each run. Text edited on the site comes back with other line ends.
 */
const textOf = (body) => body
    .replaceAll('\r\n', '\n')
    .replace(/^.*\n*/, '')
    .replace(/ × \d+(,\d{3})*( or more)?/g, '')
    .trimEnd();

// EXTERNAL MODULE: ./src/github/fault.ts
var fault = __webpack_require__(7239);
;// CONCATENATED MODULE: ./src/github/comment.ts


/** The permission that a comment needs. */
const NEED = 'pull-requests: write';
/**
 * Keeps the one comment of a pull request current: reads all of them, and
 * creates, updates or leaves ours; deletes duplicates.
 *
 * GitHub cannot change a comment on a condition. So a comment is read again
 * just before it is changed, and after creating one we look for that of another
 * run; a short gap between the two requests remains.
 */
async function keepComment(client, repository, pullRequest, wanted) {
    const place = { owner: repository.owner, repo: repository.name };
    const issue = { ...place, issue_number: pullRequest };
    try {
        const { viewer, head } = await askWho(client, repository, pullRequest);
        const isLatest = head === undefined || head === wanted.marker.run.sha;
        const want = { ...wanted, viewer, isLatest };
        let made;
        let lost;
        for (let round = 0; round < MAX_ROUNDS; round++) {
            if (round > 0)
                await client.pause();
            const existing = await readComments(client, issue);
            const { step, duplicates } = planComment(existing, want);
            if (step.kind === 'create') {
                // The list can be stale. The next run repairs that, but not a copy.
                if (made)
                    break;
                try {
                    made = await comment_create(client, issue, step.body);
                }
                catch (error) {
                    // It may exist anyway; the next look shows it.
                    if ((0,fault/* faultOf */.Kl)(error, NEED).kind !== 'passing')
                        throw error;
                    lost = error;
                }
                continue;
            }
            let outcome;
            if (step.kind === 'leave') {
                outcome =
                    made && step.why === 'unchanged' && !duplicates.includes(made.id)
                        ? { kind: 'created', url: made.url }
                        : { kind: 'left', why: step.why };
            }
            else {
                const { kind, id, body } = step;
                const seen = existing.find(comment => comment.id === id)?.body;
                const url = await update(client, place, { id, body, seen });
                if (url === undefined)
                    continue;
                outcome = { kind: kind === 'resolve' ? 'resolved' : 'updated', url };
            }
            const late = made && isLate(made, existing, want) ? [made.id] : [];
            for (const id of [...duplicates, ...late])
                await remove(client, place, id);
            return outcome;
        }
        if (made)
            return { kind: 'created', url: made.url };
        return {
            kind: 'refused',
            why: lost === undefined
                ? 'the comment kept changing while it was being updated'
                : (0,fault/* faultOf */.Kl)(lost, NEED).why
        };
    }
    catch (error) {
        return { kind: 'refused', why: (0,fault/* faultOf */.Kl)(error, NEED).why };
    }
}
/**
 * The marker of the comment with a key.
 *
 * @returns undefined if there is none
 */
async function readMarker(client, repository, pullRequest, key) {
    const { owner, name: repo } = repository;
    const { viewer } = await askWho(client, repository, pullRequest);
    const issue = { owner, repo, issue_number: pullRequest };
    const [first] = oursOf(await readComments(client, issue), viewer, key);
    return first?.marker;
}
/** How often all comments are read, in case others change them. */
const MAX_ROUNDS = 4;
const VIEWER_QUERY = `
query Viewer($owner: String!, $name: String!, $pullRequest: Int!) {
  viewer { login }
  repository(owner: $owner, name: $name) {
    pullRequest(number: $pullRequest) { headRefOid }
  }
}`;
/**
 * Who we are, and the pull request's newest commit if we may read it. REST's
 * `/user` does not accept a job's token.
 */
async function askWho(client, { owner, name }, pullRequest) {
    const { viewer, repository } = await client
        .graphql(VIEWER_QUERY, { owner, name, pullRequest })
        .catch((error) => {
        // An error about one part comes with the other part of the answer.
        const part = error instanceof Error && 'data' in error ? error.data : {};
        const { viewer } = (part ?? {});
        const isKept = ['forbidden', 'missing'].includes((0,fault/* faultOf */.Kl)(error, NEED).kind);
        if (viewer && isKept)
            return { viewer, repository: null };
        throw error;
    });
    const head = repository?.pullRequest?.headRefOid;
    return { viewer: viewer.login, head };
}
async function readComments(client, issue) {
    const comments = await client.paginate(client.rest.issues.listComments, {
        ...issue,
        per_page: 100
    });
    return comments.map(({ id, user, body }) => ({
        id,
        author: user?.login,
        body: body ?? ''
    }));
}
/**
 * Changes a comment unless it changed since we read it.
 *
 * @returns its page; undefined if it changed or is gone
 */
async function update(client, place, { id, body, seen }) {
    const { getComment, updateComment } = client.rest.issues;
    const comment = { ...place, comment_id: id };
    try {
        const { data: now } = await getComment(comment);
        if ((now.body ?? '') !== seen)
            return undefined;
        return (await updateComment({ ...comment, body })).data.html_url;
    }
    catch (error) {
        if ((0,fault/* faultOf */.Kl)(error, NEED).kind === 'missing')
            return undefined;
        throw error;
    }
}
/**
 * Whether a newer run wrote its comment before this one was made, and so may
 * not have seen ours. If it came later, it takes care of both.
 */
function isLate(made, existing, want) {
    const before = existing.filter(({ id }) => id < made.id);
    const { step } = planComment(before, want);
    return step.kind === 'leave' && step.why === 'newer run';
}
/** Creates a comment, without retries, so that there are not two. */
async function comment_create(client, issue, body) {
    const options = { ...issue, body, request: { retries: 0 } };
    const { data } = await client.rest.issues.createComment(options);
    return { id: data.id, url: data.html_url };
}
/**
 * Removes a duplicate. Another run may have been faster; if it stays, the next
 * run finds it.
 */
async function remove(client, place, id) {
    await client.rest.issues
        .deleteComment({ ...place, comment_id: id })
        .catch(() => undefined);
}

;// CONCATENATED MODULE: ./src/github/commit-api.ts


/** The permission that a commit needs. */
const commit_api_NEED = 'contents: write';
const BRANCH_QUERY = `
query Branch($owner: String!, $name: String!, $ref: String!, $file: String!) {
  repository(owner: $owner, name: $name) {
    ref(qualifiedName: $ref) {
      id
      prefix
      name
      target {
        oid
        ... on Commit { file(path: $file) { mode oid } }
      }
    }
  }
}`;
const COMMIT_MUTATION = `
mutation Commit($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`;
/**
 * Commits a profile through the API, which signs the commit: only on top of the
 * tested commit (`expectedHeadOid`), so nobody's work is lost, and a retry
 * after a lost answer does no harm.
 *
 * @returns `needs git` for a file whose mode the API would change
 */
async function commitThroughApi(client, repository, change) {
    const { ref, sha, file, text, message } = change;
    const contents = Buffer.from(text).toString('base64');
    try {
        let lost;
        for (let round = 0; round < commit_api_MAX_ROUNDS; round++) {
            if (round > 0)
                await client.pause();
            const found = await readBranch(client, repository, change);
            const standing = (0,github_change/* standingOf */.YP)(found, change);
            if (standing.kind !== 'ready')
                return standing;
            const { branch } = standing;
            // The API gives this mode to new files and existing ones alike.
            if (branch.file && branch.file.mode !== github_change/* PLAIN_MODE */.R5)
                return 'needs git';
            try {
                const made = await commitOnce(client, {
                    // Not by name: one like `refs/heads/x` would be ambiguous.
                    branch: { id: branch.id },
                    expectedHeadOid: sha,
                    message,
                    fileChanges: { additions: [{ path: file, contents }] }
                });
                return { kind: 'committed', ref, sha: made };
            }
            catch (error) {
                // The branch moved (by our own commit, if an answer was lost) or is
                // gone. The next read can still show the old head.
                const { kind } = (0,fault/* faultOf */.Kl)(error, commit_api_NEED);
                if (!['stale', 'missing', 'passing'].includes(kind))
                    throw error;
                lost = error;
            }
        }
        const { kind, why } = (0,fault/* faultOf */.Kl)(lost, commit_api_NEED);
        return kind === 'stale'
            ? { kind: 'superseded', ref }
            : { kind: 'refused', ref, why };
    }
    catch (error) {
        return { kind: 'refused', ref, why: (0,fault/* faultOf */.Kl)(error, commit_api_NEED).why };
    }
}
/** How often the branch is read. */
const commit_api_MAX_ROUNDS = 3;
/** @returns the new commit */
async function commitOnce(client, input) {
    const { createCommitOnBranch } = await client.graphql(COMMIT_MUTATION, { input });
    const oid = createCommitOnBranch?.commit?.oid;
    if (oid !== undefined)
        return oid;
    throw new Error('the answer does not say which commit was made');
}
/** @returns undefined where there is no such branch */
async function readBranch(client, { owner, name }, { ref, file }) {
    const { repository } = await client.graphql(BRANCH_QUERY, {
        owner,
        name,
        ref,
        file
    });
    const found = repository?.ref;
    // Without such a ref, GitHub finds a branch with that short name.
    if (!found?.target || found.prefix + found.name !== ref)
        return undefined;
    const { oid: head, file: there } = found.target;
    return { id: found.id, head, file: there ?? undefined };
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
var promises_default = /*#__PURE__*/__webpack_require__.n(promises_);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/github/git.ts
var git = __webpack_require__(6891);
;// CONCATENATED MODULE: ./src/github/commit-git.ts






/**
 * The committer: the account that GitHub shows for its own token
 * (https://api.github.com/users/github-actions%5Bbot%5D).
 */
const NAME = 'github-actions[bot]';
const EMAIL = '41898282+github-actions[bot]@users.noreply.github.com';
/** The ref for the fetched branch. */
const BASE = 'refs/seccomp-lock/base';
/**
 * Commits a profile with git and pushes it without force: the server accepts it
 * only on top of what it has. This happens in a separate repository, so that
 * the workspace, its index and its settings, which the tests may have changed,
 * play no part.
 *
 * @param temporary a directory for that repository
 */
async function commitThroughGit(git, repository, change, { token, temporary }) {
    const { ref } = change;
    const directory = await promises_default().mkdtemp(external_node_path_default().join(temporary, 'seccomp-lock-git-'));
    const url = `${repository.server}/${repository.owner}/${repository.name}`;
    const settings = serverSettings(url, token);
    const run = (args, options = {}) => 
    // Named explicitly, for safe.bareRepository.
    git(['-C', directory, '--git-dir=.', ...args], {
        ...options,
        environment: { ...options.environment, ...settings }
    });
    try {
        await expectGood(run([
            'init',
            '--quiet',
            '--bare',
            `--object-format=${(0,github_change/* hashOf */.qQ)(change.sha)}`
        ]));
        const standing = (0,github_change/* standingOf */.YP)(await fetchBranch(run, url, change), change);
        if (standing.kind !== 'ready')
            return standing;
        const commit = await makeCommit(run, change, standing.branch.file?.mode);
        const committed = { kind: 'committed', ref, sha: commit };
        const pushed = await run([
            'push',
            '--quiet',
            // This forces nothing, as our commit is a child of that one; it keeps
            // a branch that was deleted meanwhile from coming back.
            `--force-with-lease=${ref}:${change.sha}`,
            url,
            `${commit}:${ref}`
        ]);
        if (pushed.exitCode === 0)
            return committed;
        // The answer may have been lost.
        const branch = await fetchBranch(run, url, change);
        if (branch?.head === commit)
            return committed;
        const now = (0,github_change/* standingOf */.YP)(branch, change);
        if (now.kind !== 'ready')
            return now;
        throw new GitFailed(pushed);
    }
    catch (error) {
        if (!(error instanceof GitFailed))
            throw error;
        return { kind: 'refused', ref, why: whyOf(error.result) };
    }
    finally {
        await promises_default().rm(directory, { recursive: true, force: true });
    }
}
/** A git command that failed. */
class GitFailed extends Error {
    result;
    constructor(result) {
        super(result.stderr);
        this.result = result;
    }
}
async function expectGood(result) {
    const ended = await result;
    if (ended.exitCode !== 0)
        throw new GitFailed(ended);
    return ended.stdout.trim();
}
/** Reads a branch; undefined where there is none. */
async function fetchBranch(run, url, { ref, file }) {
    // Without such a ref, git takes one whose name ends like it.
    if (!(await isThere(run, url, ref)))
        return undefined;
    const fetched = await run([
        'fetch',
        '--quiet',
        '--no-tags',
        '--depth=1',
        // File contents are not needed; some servers send them anyway.
        '--filter=blob:none',
        url,
        `+${ref}:${BASE}`
    ]);
    if (fetched.exitCode !== 0) {
        if (!(await isThere(run, url, ref)))
            return undefined;
        throw new GitFailed(fetched);
    }
    const head = await expectGood(run(['rev-parse', BASE]));
    const entry = await expectGood(
    // Without git's pathspec magic (gitglossary(7), "pathspec").
    run(['--literal-pathspecs', 'ls-tree', '-z', BASE, '--', file]));
    const [, mode, oid] = /^(\d{6}) \w+ ([0-9a-f]+)\t/.exec(entry) ?? [];
    const there = mode === undefined || oid === undefined
        ? undefined
        : { mode: parseInt(mode, 8), oid };
    return { head, file: there };
}
async function isThere(run, url, ref) {
    const refs = await expectGood(run(['ls-remote', '--refs', url, ref]));
    return refs.split('\n').some(line => line.endsWith(`\t${ref}`));
}
/** Makes a commit that changes only the file; returns its id. */
async function makeCommit(run, { file, text, message }, mode = github_change/* PLAIN_MODE */.R5) {
    const blob = await expectGood(run(['hash-object', '-w', '--stdin'], { input: text }));
    await expectGood(run(['read-tree', BASE]));
    // Unlike `--index-info`, it does not replace a directory with a file.
    const entry = `${mode.toString(8)},${blob},${file}`;
    await expectGood(run(['update-index', '--add', '--cacheinfo', entry]));
    const tree = await expectGood(run(['write-tree', '--missing-ok']));
    return expectGood(run(['commit-tree', tree, '-p', BASE, '-F', '-'], {
        input: `${message.headline}\n\n${message.body}\n`,
        environment: {
            GIT_AUTHOR_NAME: NAME,
            GIT_AUTHOR_EMAIL: EMAIL,
            GIT_COMMITTER_NAME: NAME,
            GIT_COMMITTER_EMAIL: EMAIL
        }
    }));
}
/** Settings: the token for this server only, and no programs to run. */
function serverSettings(url, token) {
    const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
    const header = `http.${url}.extraHeader`;
    return (0,git/* gitSettings */.U)([
        // The longest match wins: no setting of the machine can send the push
        // elsewhere or with another secret (git-config(1)).
        [`url.${url}.insteadOf`, url],
        [`url.${url}.pushInsteadOf`, url],
        // An empty value drops those of other files (git-config(1)): servers
        // refuse two headers of this name.
        [header, ''],
        [header, `AUTHORIZATION: basic ${basic}`],
        ['http.followRedirects', 'false'],
        ['http.lowSpeedLimit', '1'],
        ['http.lowSpeedTime', '20'],
        ['credential.helper', ''],
        ['core.hooksPath', '/dev/null'],
        ['push.gpgSign', 'false'],
        ['gc.auto', '0'],
        ['maintenance.auto', 'false']
    ]);
}
/** Why git failed, in our words or the server's. */
function whyOf({ exitCode, stderr }) {
    // timeout(1), "Exit status": 137 after KILL.
    if (exitCode === 124 || exitCode === 137)
        return 'git took too long';
    const remote = [...stderr.matchAll(/^remote: *(?:error: *)?(.+?)\s*$/gm)];
    const said = remote.map(([, line]) => line).join(' ');
    const [, status] = /returned error: (\d+)/.exec(stderr) ?? [];
    if (status === '403')
        return (0,fault/* forbiddenBy */.xV)(said, commit_api_NEED);
    if (/^fatal: repository .* not found$/m.test(stderr)) {
        return (0,fault/* unseenWithout */.$4)(commit_api_NEED);
    }
    if (/^fatal: (could not read Username|Authentication failed)/m.test(stderr)) {
        return fault/* REJECTED */.Vj;
    }
    if (said !== '')
        return `GitHub says: ${(0,fault/* quoted */.TL)(said)}`;
    // Later lines only follow from the first.
    const [first = stderr] = /^(?:fatal: |error: | ! ).*$/m.exec(stderr) ?? [];
    return `git says: ${(0,fault/* quoted */.TL)(first)}`;
}

// EXTERNAL MODULE: ./src/text/markdown.ts
var markdown = __webpack_require__(6590);
;// CONCATENATED MODULE: ./src/publish/commit.ts







/** Commits a profile that is new in the workspace, unless it must not. */
async function commit(found, gitHub) {
    if (!found.changed)
        return undefined;
    const change = changeOf(found, gitHub);
    if (typeof change === 'string')
        return { kind: 'left', why: change };
    gitHub.signal.throwIfAborted();
    const { ref } = change;
    const { profile } = found.findings;
    const publication = await pushIfSeen(change, gitHub, profile).catch((error) => ({ ...(0,github/* refusedBy */.it)(error), ref }));
    if (publication.kind === 'committed') {
        gitHub.log.info(`Committed to ${ref} as ${publication.sha}.`);
    }
    return publication;
}
/** The change to commit, or why there is none: a sentence without its end. */
function changeOf({ findings, text }, gitHub) {
    const { publishing, target, checkout } = gitHub;
    const { verdict } = findings.judgement;
    if (publishing.commit === 'never')
        return 'the input `commit` is `never`';
    const ref = branchOf(gitHub);
    if (typeof ref !== 'string')
        return ref.why;
    if (findings.replay.result === 'skipped')
        return NOT_REPLAYED;
    const { unnamed, isDeleted } = findings.review;
    // Only a person may say that it is wanted.
    if (unnamed.length > 0)
        return isDeleted ? DELETED : DANGEROUS;
    if (publishing.token === '')
        return 'there is no `github-token`';
    if (!checkout)
        return NO_CHECKOUT;
    if (!isTested(gitHub, checkout))
        return sayOther(checkout.head, target.sha);
    return {
        ref,
        sha: target.sha,
        file: checkout.profile,
        text: text.after,
        message: (0,github_change/* commitMessage */.df)({
            wanted: publishing.commitMessage,
            file: checkout.profile,
            verdict,
            diff: dangerousFirst(findings)
        })
    };
}
/** The diff, its new calls in the order in which people should read them. */
function dangerousFirst({ diff, review }) {
    const order = review.findings.map(({ subject }) => subject.name);
    const added = diff.added.toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
    return { ...diff, added };
}
/** The branch to commit to, or why there is none. */
function branchOf(gitHub) {
    const { commit, ref } = gitHub.target;
    if (commit.may)
        return commit.ref;
    return (0,github/* isAccepted */.oB)(gitHub) && ref !== undefined ? ref : commit;
}
/** Whether the commit that the event is about was tested, or its merge. */
const isTested = ({ target, lineage }, { head }) => head === target.sha || lineage.isMerge;
const NOT_REPLAYED = 'no replay has shown that it works (`replay: off`)';
const DANGEROUS = 'it has something dangerous that the input `accept-dangerous` does not name';
const DELETED = 'this change deletes the file, which a person has to accept';
const NO_CHECKOUT = 'its directory is not a checkout that git can read, so the tested commit is unknown';
function sayOther(head, tested) {
    const short = (sha) => (0,markdown/* codeSpan */.SS)(sha.slice(0, 12));
    return `${short(head)} is checked out, but the event is about ${short(tested)}`;
}
/**
 * A label accepts what its giver could see: if the comment shows another
 * profile than this one, nothing is committed.
 */
async function pushIfSeen(change, gitHub, profile) {
    const { target, repository } = gitHub;
    if (!target.commit.may && target.comment.may) {
        const { pullRequest } = target.comment;
        const marker = await readMarker(await gitHub.client(), repository, pullRequest, (0,github/* keyOf */.TN)(gitHub, profile));
        if (marker && marker.proposal !== (0,github_marker/* proposalOf */.cE)(change.text)) {
            return { kind: 'left', why: UNSEEN };
        }
    }
    return push(change, gitHub);
}
const UNSEEN = 'the comment showed another profile when the label was set; look at it again, then take the label off and set it again';
/** Commits through the API, or with git where that is wanted or needed. */
async function push(change, { publishing, repository, git, temporary, client }) {
    const { token, commitVia } = publishing;
    const done = commitVia === 'git'
        ? 'needs git'
        : await commitThroughApi(await client(), repository, change);
    return done === 'needs git'
        ? commitThroughGit(git, repository, change, { token, temporary })
        : done;
}
const sayRefused = ({ ref, why }) => `The profile could not be committed to ${(0,markdown/* codeSpan */.SS)(ref)}: ${why}.`;

;// CONCATENATED MODULE: ./package.json
const package_namespaceObject = {"rE":"0.1.0"};
// EXTERNAL MODULE: ./src/profile/positions.ts
var positions = __webpack_require__(9761);
// EXTERNAL MODULE: ./src/report/review/maker.ts
var review_maker = __webpack_require__(9263);
// EXTERNAL MODULE: ./src/report/review/subject.ts
var review_subject = __webpack_require__(2679);
;// CONCATENATED MODULE: ./src/report/review/sarif.ts



/**
 * What is dangerous or notable in a profile, or new in it, as SARIF 2.1.0
 * (docs.oasis-open.org/sarif), for GitHub's code scanning: a result each, with
 * a fingerprint that stays the same while it is there.
 *
 * @param file the profile's path in the repository, with `/`
 * @param text the profile of the checkout, if there is one
 * @param version of this program
 */
function renderSarif(review, { file, text, version }) {
    const reported = reportedOf(review);
    const { first } = (0,positions/* findPlaces */.C)(text);
    const log = {
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [
            {
                tool: {
                    driver: {
                        name: 'seccomp-lock',
                        version,
                        informationUri: 'https://github.com/seccomp-lock/seccomp-lock',
                        rules: reported.map(ruleOf)
                    }
                },
                results: reported.map((item, ruleIndex) => ({
                    ruleId: idOf(item.subject),
                    ruleIndex,
                    ...verdictOf(item),
                    message: { text: sayResult(item) },
                    partialFingerprints: {
                        'seccompLock/v1': `${file}:${idOf(item.subject)}`
                    },
                    locations: [
                        {
                            physicalLocation: {
                                artifactLocation: { uri: encodeURI(file) },
                                region: { startLine: first(item.subject.name)?.line ?? 1 }
                            }
                        }
                    ]
                }))
            }
        ]
    };
    return `${JSON.stringify(log, undefined, 2)}\n`;
}
/** Each subject once: the findings know more of it than the risks. */
function reportedOf({ findings, risks }) {
    const opened = findings.filter(({ effect, danger }) => effect === 'opens' && danger.level !== 'none');
    const all = [...opened, ...risks];
    const ids = all.map(({ subject }) => idOf(subject));
    return all.filter((_, index) => ids.indexOf(ids[index] ?? '') === index);
}
/** Without a slash, which stands for a hierarchy (SARIF 2.1.0, 3.5.4). */
const idOf = ({ kind, name }) => `${kind}-${name.replace(/\W+/g, '-')}`;
function ruleOf({ subject, danger }) {
    const isDangerous = danger.level === 'dangerous';
    const help = (0,review_subject/* manualPage */.sz)(subject);
    return {
        id: idOf(subject),
        shortDescription: { text: `${subject.name}: ${danger.brief ?? ''}` },
        fullDescription: { text: danger.why ?? '' },
        ...(help !== undefined && { helpUri: help }),
        defaultConfiguration: { level: isDangerous ? 'error' : 'warning' },
        properties: {
            tags: ['security', 'seccomp', danger.level],
            // GitHub's bands: over 7.0 is high, over 4.0 medium.
            'security-severity': isDangerous ? '8.0' : '4.0'
        }
    };
}
/** What the workflow accepts is a note, and suppressed with its reason. */
function verdictOf({ danger, accepted }) {
    if (danger.level !== 'dangerous')
        return { level: 'warning' };
    if (!accepted)
        return { level: 'error' };
    const { input, word, reason } = accepted;
    const by = `${input}: ${word}`;
    return {
        level: 'note',
        suppressions: [
            {
                kind: 'external',
                status: 'accepted',
                justification: reason === undefined ? by : `${by} (${reason})`
            }
        ]
    };
}
function sayResult({ subject, danger, maker }) {
    const lets = `${subject.name} lets an intruder ${danger.brief ?? ''}.`;
    const made = subject.kind === 'call' && maker.by !== 'unknown'
        ? ` Made by: ${(0,review_maker/* sayMaker */.m)(maker)}.`
        : '';
    return `${lets} ${danger.why ?? ''}${made}`;
}

// EXTERNAL MODULE: ./src/workspace/workspace.ts
var workspace_workspace = __webpack_require__(8568);
;// CONCATENATED MODULE: ./src/publish/sarif.ts





/**
 * Writes the findings for code scanning, if the workflow wants them. If that
 * fails, it is a warning.
 *
 * @param shown the profile's path in the repository, and its text there
 */
async function writeSarif(review, shown, { sarif, log }) {
    if (sarif === undefined)
        return;
    const { file, workspace } = sarif;
    const { /* version */ "rE": version } = package_namespaceObject;
    try {
        // The tests may have had the workspace mounted.
        await (0,workspace_workspace/* refuseEscape */.Sz)('sarif-path', file, workspace);
        await (0,workspace_workspace/* writeAtomically */.vK)(file, renderSarif(review, { ...shown, version }));
        log.info(`SARIF: ${external_node_path_default().relative(workspace, file)}`);
    }
    catch (error) {
        const { why } = (0,github/* refusedBy */.it)(error);
        log.warning(`The SARIF file could not be written: ${why}.`);
    }
}

// EXTERNAL MODULE: ./src/host/temporary.ts
var host_temporary = __webpack_require__(9097);
// EXTERNAL MODULE: ./src/report/sections.ts
var report_sections = __webpack_require__(3844);
;// CONCATENATED MODULE: ./src/publish/tell.ts






/** Publishes it as a file, a summary, and a comment on the pull request. */
async function tell(gitHub, telling) {
    const { sections, data } = telling;
    const { log, temporary } = gitHub;
    const report = (0,report_sections/* joinSections */.lS)(sections);
    const [written, json] = await Promise.all([
        (0,host_temporary/* writeTemporary */.b)(temporary, 'report', 'md', report).catch(github/* refusedBy */.it),
        (0,host_temporary/* writeTemporary */.b)(temporary, 'report', 'json', data).catch(github/* refusedBy */.it)
    ]);
    const comment = await commentOn(gitHub, telling).catch(github/* refusedBy */.it);
    const refused = [
        ...telling.refused,
        ...[written, json].flatMap(file => typeof file === 'object'
            ? [`The report could not be written: ${file.why}.`]
            : []),
        ...(comment?.kind === 'refused'
            ? [`The comment could not be written: ${comment.why}.`]
            : [])
    ];
    if (refused.length > 0) {
        log.warning(`${refused.join(' ')} The job summary has everything.`);
    }
    const url = comment && 'url' in comment ? comment.url : undefined;
    if (url !== undefined)
        log.info(`The comment was ${comment?.kind}: ${url}`);
    return {
        reportPath: typeof written === 'object' ? '' : written,
        reportJson: typeof json === 'object' ? '' : json,
        summary: (0,report_sections/* fitSections */.WK)(sections, {
            limit: report_sections/* SUMMARY_LIMIT */.Jt,
            elsewhere: `The whole report is in the file that the output ${(0,markdown/* codeSpan */.SS)('report-path')} names.`
        }),
        commentUrl: url
    };
}
async function commentOn(gitHub, { sections, key, isFinding, proposal }) {
    const { publishing, target, repository, run } = gitHub;
    const { comment, token } = publishing;
    if (!target.comment.may || comment === 'never')
        return undefined;
    const isAlways = comment === 'always';
    if (token === '') {
        return isFinding || isAlways
            ? { kind: 'refused', why: 'there is no `github-token`' }
            : undefined;
    }
    gitHub.signal.throwIfAborted();
    const marker = {
        key: (0,github/* keyOf */.TN)(gitHub, key),
        run,
        ...(proposal !== undefined && { proposal: (0,github_marker/* proposalOf */.cE)(proposal) })
    };
    const short = sections.filter(({ isDetail }) => !isDetail);
    return keepComment(await gitHub.client(), repository, target.comment.pullRequest, {
        marker,
        isFinding: isFinding || isAlways,
        body: (0,report_sections/* fitSections */.WK)(isFinding || isAlways ? short : resolved(short), {
            limit: report_sections/* COMMENT_LIMIT */.W$,
            elsewhere: 'The whole report is in the job summary.',
            marker: (0,github_marker/* formatMarker */.gJ)(marker)
        })
    });
}
/** For a comment that reported something that is resolved now. */
function resolved(sections) {
    const text = 'The earlier finding in this comment is **resolved**.';
    return [
        ...sections.slice(0, 1),
        { rank: report_sections/* RANK */.Vz.resolved, name: 'what became of the finding', text }
    ];
}

;// CONCATENATED MODULE: ./src/publish/publish.ts











/**
 * Commits the new profile if it may, and reports the findings: in a file, the
 * summary, and the pull request's comment. If GitHub refuses something, that is
 * a warning and a line in the summary; it never changes the verdict.
 */
async function publish(found, gitHub) {
    const publication = await commit(found, gitHub);
    const findings = {
        ...found.findings,
        judgement: (0,verdict/* settle */.G9)(found.findings.judgement, (0,verdict_publication/* isPublished */.H)(publication))
    };
    const { text } = found;
    const file = (0,github/* fileInRepository */.QR)(gitHub, findings.profile);
    // The branch's own file, where a merge is checked out: people patch that.
    const { head } = gitHub.lineage;
    const seen = head ? head.text : text.before;
    const patch = found.changed ? patchOf(file, seen, text.after) : '';
    const done = {
        publication,
        patch,
        label: labelFor(gitHub, findings),
        isAsked: gitHub.target.commit.may || (0,github/* isAccepted */.oB)(gitHub),
        trail: (0,github/* trailOf */.Q0)(gitHub)
    };
    await writeSarif(findings.review, { file, text: text.before }, gitHub);
    return {
        publication,
        fails: (0,verdict/* fails */.c6)(findings.judgement),
        annotations: annotate(findings, text.before),
        ...(await tell(gitHub, {
            sections: (0,report/* reportSections */.lN)(findings, done),
            key: findings.profile,
            isFinding: isFinding(findings),
            proposal: found.changed ? text.after : undefined,
            data: renderJson({ ...dataOf(findings), trail: done.trail }),
            refused: publication?.kind === 'refused' ? [sayRefused(publication)] : []
        }))
    };
}
/** The label that accepts a profile here; undefined where none can. */
function labelFor({ publishing, target }, { replay }) {
    const { acceptLabel, token, commit } = publishing;
    const can = target.kind === 'pull request' &&
        commit !== 'never' &&
        replay.result !== 'skipped' &&
        acceptLabel !== '' &&
        token !== '';
    return can ? acceptLabel : undefined;
}

// EXTERNAL MODULE: ./src/checks/check.ts
var check = __webpack_require__(4669);
// EXTERNAL MODULE: ./src/recorders/known.ts + 4 modules
var known = __webpack_require__(1299);
;// CONCATENATED MODULE: ./src/report/examination.ts



/** Whether and how the runner can record, or what prevents it; one line. */
function examination_verdictOf(examination) {
    const { machine, recordsWith } = examination;
    const blocking = machine.filter(({ state }) => state === 'missing');
    if (blocking.length > 0) {
        const names = blocking.map(({ name }) => name).join(', ');
        return `this runner cannot record; fix this first: ${names}`;
    }
    if (recordsWith.length === 0) {
        return 'this runner cannot record: each recorder lacks something; fix one of them';
    }
    return `this runner can record with ${recordsWith.map(name => known/* ABOUT */.O[name].called).join(' and ')}${recordsWith.length > 1 ? ', both at once' : ''}`;
}
/** Whether a recorder works, and whether it is used or would be better. */
function role(name, checks, recordsWith) {
    const can = (0,check/* works */.N)(checks) ? 'works' : 'cannot work';
    const [used] = recordsWith;
    if (used === undefined)
        return can;
    if (recordsWith.includes(name))
        return `${can}, and is used`;
    return known/* ABOUT */.O[name].rank > known/* ABOUT */.O[used].rank
        ? `${can}, and is not needed`
        : `${can}; recording would be better with it`;
}
const MARKS = {
    ok: '✅ ok',
    weak: '⚠️ weak',
    missing: '❌ missing',
    absent: '➖ absent'
};
/** Wider cells do not widen their column. */
const WIDEST = 48;
/** Its width in a terminal, where a mark takes two columns. */
function examination_length(text = '') {
    return text.replace(/^[✅❌➖]|^⚠️/u, '..').length;
}
function pad(text, width = 0) {
    return text + ' '.repeat(Math.max(0, width - examination_length(text)));
}
function renderTable(checks) {
    const rows = [
        ['', 'state', 'found', 'what to do'],
        ...checks.map(({ name, state, found, fix }) => [
            name,
            MARKS[state],
            (0,markdown/* codeCell */.MZ)(found),
            fix === undefined ? '' : (0,markdown/* codeCell */.MZ)(fix)
        ])
    ];
    const widths = [0, 1, 2, 3].map(column => Math.max(3, ...rows.map(row => examination_length(row[column])).filter(l => l <= WIDEST)));
    const [head = '', ...body] = rows.map(row => `| ${row.map((cell, at) => pad(cell, widths[at])).join(' | ')} |`);
    const rule = `| ${widths.map(width => '-'.repeat(width)).join(' | ')} |`;
    return [head, rule, ...body].join('\n');
}
/**
 * The examination as GitHub's Markdown, its tables aligned so that it can be
 * read in a log as well.
 */
function renderDoctor(examination) {
    const { machine, recorders, recordsWith } = examination;
    const all = [machine, ...recorders.map(({ checks }) => checks)].flat();
    const sections = [
        `## ${recordsWith.length > 0 ? '✅' : '⛔'} seccomp-lock: ${examination_verdictOf(examination)}`,
        `### The machine\n\n${renderTable(machine)}`,
        ...recorders.map(({ name, checks }) => `### ${name}: ${role(name, checks, recordsWith)}\n\n${renderTable(checks)}`),
        (0,check/* works */.N)(all)
            ? ''
            : 'Fix the lines from top to bottom. `sudo bash scripts/setup-runner.sh`, or `setup: install` in the step, installs podman, the hook, bpftrace and headers, and mounts tracefs. What each line means: docs/doctor.md.'
    ];
    return `${sections.filter(section => section !== '').join('\n\n')}\n`;
}

;// CONCATENATED MODULE: ./src/outputs.ts












/** Shows what a runner has and lacks; fails if it cannot record. */
async function showExamination(examination, log) {
    const table = renderDoctor(examination);
    await log.group('What this runner has', show => {
        show(table);
        return Promise.resolve();
    });
    await summarize(table, log);
    const line = examination_verdictOf(examination);
    if (examination.recordsWith.length === 0)
        core.setFailed((0,src_log/* oneLine */.TN)(line));
    else
        log.info(line);
}
/** Shows a run: outputs, annotations and summary first; then it may fail. */
async function showRun(result, gitHub, log) {
    const published = await unlessCancelled(publish(result, gitHub), gitHub.signal, result.changed
        ? 'the new profile is in the workspace'
        : 'nothing was written');
    const { judgement, diff, replay, profile } = result.findings;
    const { publication, fails } = published;
    core.setOutput('verdict', judgement.verdict);
    core.setOutput('changed', result.changed);
    core.setOutput('added', diff.added);
    core.setOutput('removed', diff.removed);
    core.setOutput('recording-paths', result.recordingPaths);
    setReviewOutputs(result.findings.review);
    const isCommitted = publication?.kind === 'committed';
    core.setOutput('commit', isCommitted ? publication.sha : '');
    const file = (0,github/* fileInRepository */.QR)(gitHub, profile);
    await showReplay({ ...published, ...result, replay, profile, file }, log);
    const line = verdictLine(result.findings);
    if (replay.failure)
        failWith(replay.failure);
    else if (fails)
        core.setFailed((0,src_log/* oneLine */.TN)(line));
    else
        log.info(line);
    sayWhere(replay, published, log);
}
/** What is dangerous and not named, and what the change does to the file. */
function setReviewOutputs({ unnamed, findings }) {
    core.setOutput('dangerous', unnamed.map(({ subject }) => subject.name));
    core.setOutput('proposed', [
        ...new Set(findings
            .filter(({ comparison }) => comparison === 'proposed')
            .map(({ subject }) => subject.name))
    ]);
}
/** The verdict and the profile's size, in a line. */
function verdictLine(findings) {
    const { judgement, review } = findings;
    const { denied, verdict } = judgement;
    const line = (0,report/* headline */.Pl)(findings);
    if (denied.length > 0)
        return `denied: ${line}`;
    const { after, known, podman, docker } = review.counts;
    return `${verdict}: ${line} (${after} of ${known} calls; podman's default: ${podman}, Docker's: ${docker})`;
}
/** The last two lines: the replay and the time; where to read more. */
function sayWhere({ result, healed }, { reportPath, commentUrl }, log) {
    const how = {
        passed: 'the tests passed under the profile',
        healed: `the tests passed after ${healed.length === 1 ? 'one call was' : `${healed.length} calls were`} added`,
        failed: 'failed',
        skipped: 'none'
    };
    // The time since this process started.
    const time = (0,src_log/* duration */.p0)(performance.now());
    log.info(`Replay: ${how[result]}. This step took ${time}.`);
    const places = [
        ...(process.env['GITHUB_STEP_SUMMARY'] ? ["the job's summary"] : []),
        ...(reportPath === '' ? [] : [reportPath]),
        ...(commentUrl === undefined ? [] : [`the comment ${commentUrl}`])
    ];
    if (places.length > 0)
        log.info(`Report: ${places.join('; ')}`);
}
/** Shows how the tests went under the committed profile. */
async function showVerification(verification, gitHub, log) {
    const { replay, headline, sections, profile, review } = verification;
    const told = await unlessCancelled(tell(gitHub, {
        sections: sections((0,github/* trailOf */.Q0)(gitHub)),
        key: `${profile} (verify)`,
        refused: [],
        isFinding: replay.failure !== undefined || isWorthTelling(review),
        proposal: undefined,
        data: renderJson({ ...verification.data, trail: (0,github/* trailOf */.Q0)(gitHub) })
    }), gitHub.signal);
    core.setOutput('changed', false);
    const file = (0,github/* fileInRepository */.QR)(gitHub, profile);
    await writeSarif(review, { file, text: verification.text }, gitHub);
    await showReplay({ ...told, ...verification, file }, log);
    setReviewOutputs(review);
    if (replay.failure)
        failWith(replay.failure);
    else if (verification.fails)
        core.setFailed((0,src_log/* oneLine */.TN)(headline));
    else
        log.info(`verified: ${headline}`);
    sayWhere(replay, told, log);
}
/** Fails the step: the user's mistakes with a hint, a bug with its stack. */
function showError(error) {
    if (error instanceof errors/* Cancelled */.cJ) {
        core.setFailed(`${error.message}; ${error.left}`);
        process.exitCode = error.signal === 'SIGINT' ? 130 : 143;
    }
    else if (error instanceof errors/* UserError */.yo) {
        failWith(error);
    }
    else {
        core.setFailed(error instanceof Error ? error : String(error));
        core.info('This is a bug in seccomp-lock: please report it with this log.');
        if (error instanceof Error && error.stack) {
            for (const line of error.stack.split('\n'))
                core.info((0,src_log/* oneLine */.TN)(line));
        }
    }
}
function failWith({ message, hint, code }) {
    core.setFailed(hint === undefined ? message : `${message}\n${hint}`);
    core.info(`More about such errors: ${PAGE}#${errors/* TROUBLESHOOTING */.$T[code]}`);
}
const PAGE = 'https://github.com/seccomp-lock/seccomp-lock/blob/main/docs/troubleshooting.md';
/**
 * Waits for GitHub, but only until the run is told to stop.
 *
 * @param left the state of the profile then, for the error
 */
async function unlessCancelled(work, signal, left) {
    return (0,abort/* orAborted */.H)(work, signal).catch((error) => {
        throw error instanceof errors/* Cancelled */.cJ ? new errors/* Cancelled */.cJ(error.signal, left) : error;
    });
}
/** Shows what both modes share: outputs, annotations and summary. */
async function showReplay(shown, log) {
    const { replay, profile } = shown;
    core.setOutput('replay', replay.result);
    core.setOutput('denied', [...new Set(replay.denied.map(({ name }) => name))]);
    core.setOutput('profile-path', profile);
    core.setOutput('report-path', shown.reportPath);
    core.setOutput('report-json', shown.reportJson);
    core.setOutput('comment-url', shown.commentUrl ?? '');
    core.setOutput('image', shown.image);
    for (const { level, place, message } of shown.annotations) {
        core[level](message, {
            title: 'seccomp-lock',
            ...(place && { file: shown.file, startLine: place.line }),
            ...(place?.column !== undefined && { startColumn: place.column })
        });
    }
    await summarize(shown.summary, log);
}
async function summarize(text, log) {
    if (!process.env['GITHUB_STEP_SUMMARY'])
        return;
    await core.summary
        .addRaw(text)
        .write()
        .catch((error) => {
        log.warning(`The summary could not be written: ${(0,errors/* messageOf */.bD)(error)}`);
    });
}


/***/ }),

/***/ 4718:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $7: () => (/* binding */ isEmptyDiff),
/* harmony export */   Ru: () => (/* binding */ allowedNames),
/* harmony export */   Uj: () => (/* binding */ diffProfiles)
/* harmony export */ });
/* harmony import */ var _syscalls_multiplexed_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2639);
/* harmony import */ var _syscalls_numbers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3952);
/* harmony import */ var _filter_load_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5881);
/* harmony import */ var _filter_machines_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5324);
/* harmony import */ var _filter_meaning_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5871);
/* harmony import */ var _filter_returns_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6507);
/* harmony import */ var _filter_walk_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4891);
/* harmony import */ var _normalize_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(7474);
/* harmony import */ var _treatment_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6389);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2996);










/** Whether both profiles mean the same. */
function isEmptyDiff(diff) {
    return (diff.added.length +
        diff.removed.length +
        diff.changed.length +
        diff.settings.length ===
        0);
}
/**
 * Compares two profiles by their treatment of each call with any arguments, on
 * every architecture that they make a filter for. Without a `before`,
 * everything that `after` allows is new.
 *
 * @param machines where they are compared; by default, wherever they could
 *   differ
 * @param lets which return values count as allowed
 * @throws RefusedProfile if no runtime can load one of them
 */
function diffProfiles(before, after, machines = (0,_filter_machines_js__WEBPACK_IMPORTED_MODULE_3__/* .machinesOf */ .qv)(before ? [before, after] : [after]), lets = _filter_returns_js__WEBPACK_IMPORTED_MODULE_5__/* .letsThrough */ .AT) {
    const calls = new Map();
    const steps = (0,_filter_meaning_js__WEBPACK_IMPORTED_MODULE_4__/* .newSteps */ .au)();
    for (const machine of machines) {
        const was = before && (0,_filter_load_js__WEBPACK_IMPORTED_MODULE_2__/* .loadProfile */ .iH)(before, machine);
        const is = (0,_filter_load_js__WEBPACK_IMPORTED_MODULE_2__/* .loadProfile */ .iH)(after, machine);
        for (const change of compare(was, is, { steps, lets })) {
            const changes = calls.get(change.name) ?? [];
            calls.set(change.name, changes);
            changes.push(change);
        }
    }
    const names = { added: [], removed: [], changed: [] };
    const ways = new Map();
    for (const name of (0,_normalize_js__WEBPACK_IMPORTED_MODULE_9__/* .sortedUnique */ .Z$)([...calls.keys()])) {
        const changes = calls.get(name) ?? [];
        if (isEcho(name, before, after))
            continue;
        const kind = kindOf(changes);
        if (kind === 'same')
            continue;
        names[kind].push(name);
        const way = wayOf(changes);
        if (way !== undefined)
            ways.set(name, way);
    }
    const settings = before ? (0,_settings_js__WEBPACK_IMPORTED_MODULE_8__/* .diffSettings */ .XI)(before, after, machines) : [];
    const texts = new Set(settings.map(({ text }) => text));
    return { ...names, ways, settings: [...texts] };
}
/**
 * Whether a call is socketcall(2) or ipc(2) and neither profile names it: its
 * treatment then follows from that of the calls that are made through it.
 */
function isEcho(name, ...profiles) {
    return (_syscalls_multiplexed_js__WEBPACK_IMPORTED_MODULE_0__/* .MULTIPLEXERS */ .n.includes(name) &&
        !profiles.some(profile => profile?.syscalls.some(rule => rule.names.includes(name))));
}
/** The names that some rule allows, with or without conditions. */
function allowedNames(rules) {
    return new Set(rules.filter(_treatment_js__WEBPACK_IMPORTED_MODULE_7__/* .lets */ .Nx).flatMap(rule => rule.names));
}
/** The calls that either profile has rules about, changed or not. */
function compare(was, is, how) {
    return is.architectures
        .filter(a => was === undefined || was.architectures.includes(a))
        .flatMap(architecture => compareOn(architecture, was, is, how));
}
function compareOn(architecture, was, is, { steps, lets }) {
    const names = (0,_syscalls_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .syscallsByNumber */ .$o)(architecture);
    const oldRules = was?.rules.get(architecture);
    const newRules = is.rules.get(architecture);
    const isTurned = was !== undefined && lets(was.default) !== lets(is.default);
    const calls = new Set([
        ...(oldRules?.keys() ?? []),
        ...(newRules?.keys() ?? []),
        ...(isTurned ? names.keys() : [])
    ]);
    return [...calls].map(call => {
        const name = typeof call === 'string' ? call : (names.get(call) ?? '');
        const [old, now] = [oldRules?.get(call), newRules?.get(call)];
        const isUntouched = was?.default === is.default && old?.text === now?.text;
        if (isUntouched && now !== undefined) {
            return { name, architecture, ...untouched(now, is.default, lets) };
        }
        const meanings = new _filter_meaning_js__WEBPACK_IMPORTED_MODULE_4__/* .Meanings */ .xS(steps);
        const meaning = (rules = {}, byDefault) => rules.tree === undefined
            ? meanings.always(rules.action ?? byDefault)
            : meanings.ofTree(rules.tree, byDefault);
        try {
            const before = was && meaning(old, was.default);
            const after = meaning(now, is.default);
            return { name, architecture, ...judge(before, after, lets) };
        }
        catch (error) {
            if (!(error instanceof _filter_meaning_js__WEBPACK_IMPORTED_MODULE_4__/* .TooComplex */ .hx))
                throw error;
            return { name, architecture, ...TOO_COMPLEX };
        }
    });
}
/**
 * The result for rules that are the same, without a look at their arguments.
 */
function untouched({ action, tree }, byDefault, lets) {
    const returns = tree ? [...(0,_filter_walk_js__WEBPACK_IMPORTED_MODULE_6__/* .returnsIn */ .T)(tree), byDefault] : [action ?? byDefault];
    const isAllowed = returns.some(lets);
    return { kind: 'same', isAllowed, way: '', isPlain: true };
}
/** Undecidable within the budget, so a reviewer has to look. */
const TOO_COMPLEX = {
    kind: 'added',
    isAllowed: true,
    way: 'its rules are too complex to compare',
    isPlain: false
};
function judge(before, after, lets) {
    const isAllowed = (0,_filter_meaning_js__WEBPACK_IMPORTED_MODULE_4__/* .returnsOf */ .Bg)(after).some(lets);
    if (before === undefined) {
        const kind = isAllowed ? 'added' : 'same';
        return { kind, isAllowed, way: '', isPlain: true };
    }
    const isPlain = [before, after].every(isPlainly);
    if (before === after)
        return { kind: 'same', isAllowed, way: '', isPlain };
    const [was, is] = [describe(before), describe(after)];
    const told = {
        isAllowed,
        way: was === is ? `other arguments than before are ${is}` : `${was} -> ${is}`,
        isPlain
    };
    const pairs = (0,_filter_meaning_js__WEBPACK_IMPORTED_MODULE_4__/* .pairsOf */ .fq)(before, after);
    const isWidened = pairs.some(([a, b]) => !lets(a) && lets(b));
    const wasAllowed = pairs.some(([a]) => lets(a));
    const isGone = wasAllowed && !isAllowed;
    return {
        kind: isWidened ? 'added' : isGone ? 'removed' : 'changed',
        ...told
    };
}
/** Whether the treatment is the same for all arguments, and needs no words. */
function isPlainly(meaning) {
    if (!('returns' in meaning))
        return false;
    const value = Number(meaning.returns);
    return (0,_filter_returns_js__WEBPACK_IMPORTED_MODULE_5__/* .letsThrough */ .AT)(value) || !(0,_filter_returns_js__WEBPACK_IMPORTED_MODULE_5__/* .passes */ .WE)(value);
}
function describe(meaning) {
    const all = (0,_filter_meaning_js__WEBPACK_IMPORTED_MODULE_4__/* .returnsOf */ .Bg)(meaning).map(_filter_returns_js__WEBPACK_IMPORTED_MODULE_5__/* .describeReturn */ ._b);
    return all.length === 1
        ? all.join('')
        : `${(0,_normalize_js__WEBPACK_IMPORTED_MODULE_9__/* .sortedUnique */ .Z$)(all).join(' or ')}, by its arguments`;
}
function kindOf(changes) {
    const kinds = new Set(changes.map(({ kind }) => kind));
    if (kinds.has('added'))
        return 'added';
    if (kinds.has('changed'))
        return 'changed';
    if (!kinds.has('removed'))
        return 'same';
    return changes.some(({ isAllowed }) => isAllowed) ? 'changed' : 'removed';
}
/** The treatment before and after, if the kind alone does not say it. */
function wayOf(changes) {
    const ways = new Map();
    for (const { kind, architecture, way } of changes) {
        if (kind === 'same')
            continue;
        ways.set(way, (ways.get(way) ?? new Set()).add(architecture));
    }
    const all = new Set(changes.map(({ architecture }) => architecture));
    const isPlain = changes.every(change => change.isPlain && change.kind !== 'changed');
    if (isPlain)
        return undefined;
    return [...ways]
        .map(([way, on]) => on.size === all.size ? way : `${[...on].sort().join(', ')}: ${way}`)
        .join('; ');
}


/***/ }),

/***/ 2996:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dl: () => (/* binding */ OPENING_SETTINGS),
/* harmony export */   Ow: () => (/* binding */ openSettings),
/* harmony export */   WV: () => (/* binding */ architectureSetting),
/* harmony export */   XI: () => (/* binding */ diffSettings)
/* harmony export */ });
/* harmony import */ var _syscalls_architectures_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(302);
/* harmony import */ var _errno_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(549);
/* harmony import */ var _filter_load_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5881);
/* harmony import */ var _filter_machines_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5324);
/* harmony import */ var _filter_returns_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6507);
/* harmony import */ var _normalize_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7474);
/* harmony import */ var _resolve_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6509);







/** Those that can open a profile, besides its architectures. */
const OPENING_SETTINGS = [
    'default-action',
    'errno-0',
    'listener'
];
/**
 * The settings of a profile that let through what no rule of it allows by name:
 * a default that does not refuse, errno 0, with which a call seems to succeed
 * (seccomp(2), SECCOMP_RET_ERRNO), a listener, which decides in place of the
 * filter (seccomp_unotify(2)), and the architectures whose programs a machine
 * runs beside its own.
 */
function openSettings(profile) {
    const { syscalls, listenerPath } = profile;
    const isForged = syscalls.some(rule => valuesFor(rule).some(isSuccess));
    const isHeard = syscalls.some(rule => rule.action === 'SCMP_ACT_NOTIFY');
    return [
        ...defaultsOf(profile),
        ...(isForged ? ['errno-0'] : []),
        ...(isHeard || listenerPath !== undefined ? ['listener'] : []),
        ...foreignOf(profile).map(architectureSetting)
    ].filter((setting, index, all) => all.indexOf(setting) === index);
}
function defaultsOf(profile) {
    const values = valuesFor(profile);
    if (values.some(isSuccess))
        return ['errno-0'];
    return values.length === 0 || values.some(_filter_returns_js__WEBPACK_IMPORTED_MODULE_4__/* .passes */ .WE) ? ['default-action'] : [];
}
/** Architectures of a profile that are not a machine's own where they count. */
function foreignOf(profile) {
    const { architectures = [], archMap = [] } = profile;
    const named = [
        ...architectures,
        ...archMap.flatMap(entry => entry.subArchitectures)
    ];
    const subs = new Set((0,_filter_machines_js__WEBPACK_IMPORTED_MODULE_3__/* .nativesOf */ .Cn)(profile).flatMap(subsOf));
    return (0,_normalize_js__WEBPACK_IMPORTED_MODULE_6__/* .sortedUnique */ .Z$)(named.filter(architecture => subs.has(architecture)));
}
/** Whether programs of an architecture run on a machine beside its own. */
const subsOf = (native) => _syscalls_architectures_js__WEBPACK_IMPORTED_MODULE_0__/* .SUB_ARCHITECTURES */ .I[native] ?? [];
/** The setting that stands for an architecture: `architecture: x86`. */
function architectureSetting(architecture) {
    const short = architecture.slice('SCMP_ARCH_'.length).toLowerCase();
    return `architecture: ${_resolve_js__WEBPACK_IMPORTED_MODULE_5__/* .ENGINE_NAMES */ .G[architecture] ?? short}`;
}
/** Each engine's return value for what a rule, or the default, decides. */
const valuesFor = (of) => (0,_filter_returns_js__WEBPACK_IMPORTED_MODULE_4__/* .valuesOf */ .sm)(engine => 'action' in of ? (0,_filter_returns_js__WEBPACK_IMPORTED_MODULE_4__/* .returnOf */ .gi)(of, engine) : (0,_filter_returns_js__WEBPACK_IMPORTED_MODULE_4__/* .defaultReturnOf */ .zZ)(of, engine));
const isSuccess = (value) => (0,_filter_returns_js__WEBPACK_IMPORTED_MODULE_4__/* .passes */ .WE)(value) && value >>> 16 === 5;
/** The default's errno; where Docker reads another one, both. */
function sayDefaultErrno({ defaultErrno, defaultErrnoRet }) {
    const podman = (0,_errno_js__WEBPACK_IMPORTED_MODULE_1__/* .errnoOrEperm */ .h)(defaultErrno, defaultErrnoRet);
    const moby = (0,_errno_js__WEBPACK_IMPORTED_MODULE_1__/* .errnoOrEperm */ .h)(undefined, defaultErrnoRet);
    return podman === moby ? String(podman) : `${podman} (in Docker ${moby})`;
}
/** The settings that differ, on these machines. */
function diffSettings(before, after, machines) {
    const bothRefuse = [before, after].every(({ defaultAction }) => defaultAction === 'SCMP_ACT_ERRNO');
    const opened = (p) => defaultsOf(p).length > 0;
    const byOpening = (is) => {
        if (is(before) === is(after))
            return 'changes';
        return is(after) ? 'opens' : 'narrows';
    };
    const listens = (p) => p.listenerPath !== undefined;
    const changes = [
        changed('default-action', byOpening(opened), 'default action', p => p.defaultAction),
        changed([before, after].some(p => valuesFor(p).some(isSuccess))
            ? 'errno-0'
            : 'default-errno', byOpening(opened), 'default errno', p => (bothRefuse ? sayDefaultErrno(p) : '')),
        ...machines.flatMap(architecturesBetween),
        changed('flags', 'changes', 'flags', p => (0,_normalize_js__WEBPACK_IMPORTED_MODULE_6__/* .sortedUnique */ .Z$)(p.flags ?? []).join(' ')),
        changed('listener', listens(after) ? 'opens' : 'narrows', 'listener path', p => p.listenerPath ?? ''),
        changed('listener', 'changes', 'listener metadata', p => p.listenerMetadata ?? '')
    ];
    const found = changes.filter(change => change !== undefined);
    const keyOf = ({ setting, text }) => `${setting} ${text}`;
    return [...new Map(found.map(c => [keyOf(c), c])).values()];
    function changed(setting, effect, what, of) {
        const [was, is] = [String(of(before)), String(of(after))];
        if (was === is)
            return undefined;
        const text = `${what}: ${was || 'none'} -> ${is || 'none'}`;
        return { setting, effect, text };
    }
    function architecturesBetween(machine) {
        const { architecture: native } = machine;
        const of = (p) => (0,_filter_load_js__WEBPACK_IMPORTED_MODULE_2__/* .architecturesOn */ ._H)(p, machine);
        const [was, is] = [of(before), of(after)];
        const listed = changed('architectures', 'changes', `architectures on ${_resolve_js__WEBPACK_IMPORTED_MODULE_5__/* .ENGINE_NAMES */ .G[native] ?? native}`, p => (0,_normalize_js__WEBPACK_IMPORTED_MODULE_6__/* .sortedUnique */ .Z$)(of(p)).join(' '));
        if (listed === undefined)
            return [];
        const foreign = subsOf(native).flatMap((sub) => {
            const [had, has] = [was.includes(sub), is.includes(sub)];
            if (had === has)
                return [];
            const effect = has ? 'opens' : 'narrows';
            return [{ ...listed, setting: architectureSetting(sub), effect }];
        });
        return foreign.length > 0 ? foreign : [listed];
    }
}


/***/ }),

/***/ 549:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ errnoOf),
/* harmony export */   h: () => (/* binding */ errnoOrEperm)
/* harmony export */ });
/**
 * Linux's error numbers by name, as podman's `errno` and `defaultErrno` name
 * them. The numbers are those of asm-generic/errno.h, which x86, arm, riscv,
 * ppc64le and s390x share (except for EDEADLOCK on ppc64le).
 */
const ERRNOS = {
    EPERM: 1,
    ENOENT: 2,
    ESRCH: 3,
    EINTR: 4,
    EIO: 5,
    ENXIO: 6,
    E2BIG: 7,
    ENOEXEC: 8,
    EBADF: 9,
    ECHILD: 10,
    EAGAIN: 11,
    EWOULDBLOCK: 11,
    ENOMEM: 12,
    EACCES: 13,
    EFAULT: 14,
    ENOTBLK: 15,
    EBUSY: 16,
    EEXIST: 17,
    EXDEV: 18,
    ENODEV: 19,
    ENOTDIR: 20,
    EISDIR: 21,
    EINVAL: 22,
    ENFILE: 23,
    EMFILE: 24,
    ENOTTY: 25,
    ETXTBSY: 26,
    EFBIG: 27,
    ENOSPC: 28,
    ESPIPE: 29,
    EROFS: 30,
    EMLINK: 31,
    EPIPE: 32,
    EDOM: 33,
    ERANGE: 34,
    EDEADLK: 35,
    EDEADLOCK: 35,
    ENAMETOOLONG: 36,
    ENOLCK: 37,
    ENOSYS: 38,
    ENOTEMPTY: 39,
    ELOOP: 40,
    ENOMSG: 42,
    EIDRM: 43,
    ECHRNG: 44,
    EL2NSYNC: 45,
    EL3HLT: 46,
    EL3RST: 47,
    ELNRNG: 48,
    EUNATCH: 49,
    ENOCSI: 50,
    EL2HLT: 51,
    EBADE: 52,
    EBADR: 53,
    EXFULL: 54,
    ENOANO: 55,
    EBADRQC: 56,
    EBADSLT: 57,
    EBFONT: 59,
    ENOSTR: 60,
    ENODATA: 61,
    ETIME: 62,
    ENOSR: 63,
    ENONET: 64,
    ENOPKG: 65,
    EREMOTE: 66,
    ENOLINK: 67,
    EADV: 68,
    ESRMNT: 69,
    ECOMM: 70,
    EPROTO: 71,
    EMULTIHOP: 72,
    EDOTDOT: 73,
    EBADMSG: 74,
    EOVERFLOW: 75,
    ENOTUNIQ: 76,
    EBADFD: 77,
    EREMCHG: 78,
    ELIBACC: 79,
    ELIBBAD: 80,
    ELIBSCN: 81,
    ELIBMAX: 82,
    ELIBEXEC: 83,
    EILSEQ: 84,
    ERESTART: 85,
    ESTRPIPE: 86,
    EUSERS: 87,
    ENOTSOCK: 88,
    EDESTADDRREQ: 89,
    EMSGSIZE: 90,
    EPROTOTYPE: 91,
    ENOPROTOOPT: 92,
    EPROTONOSUPPORT: 93,
    ESOCKTNOSUPPORT: 94,
    ENOTSUP: 95,
    EOPNOTSUPP: 95,
    EPFNOSUPPORT: 96,
    EAFNOSUPPORT: 97,
    EADDRINUSE: 98,
    EADDRNOTAVAIL: 99,
    ENETDOWN: 100,
    ENETUNREACH: 101,
    ENETRESET: 102,
    ECONNABORTED: 103,
    ECONNRESET: 104,
    ENOBUFS: 105,
    EISCONN: 106,
    ENOTCONN: 107,
    ESHUTDOWN: 108,
    ETOOMANYREFS: 109,
    ETIMEDOUT: 110,
    ECONNREFUSED: 111,
    EHOSTDOWN: 112,
    EHOSTUNREACH: 113,
    EALREADY: 114,
    EINPROGRESS: 115,
    ESTALE: 116,
    EUCLEAN: 117,
    ENOTNAM: 118,
    ENAVAIL: 119,
    EISNAM: 120,
    EREMOTEIO: 121,
    EDQUOT: 122,
    ENOMEDIUM: 123,
    EMEDIUMTYPE: 124,
    ECANCELED: 125,
    ENOKEY: 126,
    EKEYEXPIRED: 127,
    EKEYREVOKED: 128,
    EKEYREJECTED: 129,
    EOWNERDEAD: 130,
    ENOTRECOVERABLE: 131,
    ERFKILL: 132
};
/**
 * The number that an errno by name and one by number give together: podman lets
 * the name win, which may also be a number in digits (containers/common
 * pkg/seccomp, `getErrno`). moby does not know errnos by name.
 *
 * @returns undefined if neither is given; the name if it is unknown, in which
 *   case podman refuses the profile
 */
function errnoOf(name, number) {
    if (name === undefined)
        return number;
    if (/^\d+$/.test(name) && Number(name) < 2 ** 32)
        return Number(name);
    return Object.hasOwn(ERRNOS, name) ? ERRNOS[name] : name;
}
/** The same as runc and crun read it: an errno that is not given is EPERM. */
function errnoOrEperm(name, number) {
    return errnoOf(name, number) ?? 1;
}


/***/ }),

/***/ 518:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ft: () => (/* binding */ isSame),
/* harmony export */   GH: () => (/* binding */ startOf),
/* harmony export */   In: () => (/* binding */ levelOf),
/* harmony export */   Wo: () => (/* binding */ LONGEST_LEVEL),
/* harmony export */   cy: () => (/* binding */ chain),
/* harmony export */   uo: () => (/* binding */ isLess),
/* harmony export */   uq: () => (/* binding */ checkLevels),
/* harmony export */   xe: () => (/* binding */ isLeaf),
/* harmony export */   yX: () => (/* binding */ RefusedRules)
/* harmony export */ });
/** libseccomp rejects these rules together. */
class RefusedRules extends Error {
    why;
    constructor(why) {
        super(why);
        this.why = why;
    }
}
/** The comparisons of one rule, linked so that a match leads to its action. */
function chain(args, action, bits) {
    const compare = bits === 64 ? compare64 : compare32;
    let first;
    let exits = [];
    for (const arg of args.toSorted((a, b) => a.index - b.index)) {
        if (alwaysHolds(arg, bits))
            continue;
        const condition = compare(arg);
        for (const [node, holds] of exits) {
            node[holds ? 'ifTrue' : 'ifFalse'] = condition.first;
        }
        first ??= condition.first;
        exits = condition.exits;
    }
    for (const [node, holds] of exits) {
        node[holds ? 'onTrue' : 'onFalse'] = action;
    }
    return first;
}
/** A mask without bits leaves nothing to compare, whatever the value. */
function alwaysHolds({ op, value }, bits) {
    return op === 'SCMP_CMP_MASKED_EQ' && BigInt.asUintN(bits, value) === 0n;
}
/**
 * The operands: all bits are compared with the value, or some with the second.
 */
function operands({ op, value, valueTwo }) {
    return op === 'SCMP_CMP_MASKED_EQ'
        ? { mask: value, whole: valueTwo }
        : { mask: 2n ** 64n - 1n, whole: value };
}
const low = (value) => Number(BigInt.asUintN(32, value));
const high = (value) => low(value >> 32n);
function comparison(arg, word, test) {
    const { mask, whole } = operands(arg);
    const part = word === 'high' ? high : low;
    return {
        half: arg.index * 2 + (word === 'high' ? 1 : 0),
        test,
        mask: part(mask),
        datum: part(whole & mask),
        written: arg.op,
        whole
    };
}
/** The test behind an operator, and the result that means a match. */
const TESTS = {
    SCMP_CMP_EQ: ['equal', true],
    SCMP_CMP_NE: ['equal', false],
    SCMP_CMP_MASKED_EQ: ['masked', true],
    SCMP_CMP_GT: ['greater', true],
    SCMP_CMP_LE: ['greater', false],
    SCMP_CMP_GE: ['at least', true],
    SCMP_CMP_LT: ['at least', false]
};
function compare32(arg) {
    const [test, holds] = TESTS[arg.op];
    const first = comparison(arg, 'low', test);
    return { first, exits: [[first, holds]] };
}
function compare64(arg) {
    const [test, holds] = TESTS[arg.op];
    const lower = comparison(arg, 'low', test);
    if (test === 'equal' || test === 'masked') {
        const upper = comparison(arg, 'high', test);
        upper.ifTrue = lower;
        const exits = [[lower, holds]];
        return { first: upper, exits: holds ? exits : [[upper, false], ...exits] };
    }
    const greater = comparison(arg, 'high', 'greater');
    const equal = comparison(arg, 'high', 'equal');
    greater.ifFalse = equal;
    equal.ifTrue = lower;
    return {
        first: greater,
        exits: [
            [holds ? greater : equal, holds],
            [lower, holds]
        ]
    };
}
function isLeaf(node) {
    return node.ifTrue === undefined && node.ifFalse === undefined;
}
function isSame(a, b) {
    return (a.half === b.half &&
        a.test === b.test &&
        a.datum === b.datum &&
        a.mask === b.mask);
}
/** The order of a level, the greatest first (`_db_chain_lt`). */
function isLess(a, b) {
    if (a.half !== b.half)
        return a.half < b.half;
    const [rankA, rankB] = [RANKS[a.written], RANKS[b.written]];
    if (rankA !== rankB)
        return rankA < rankB;
    return a.written === 'SCMP_CMP_LE' || a.written === 'SCMP_CMP_LT'
        ? a.datum > b.datum
        : a.datum < b.datum;
}
const RANKS = {
    SCMP_CMP_EQ: 3,
    SCMP_CMP_NE: 3,
    SCMP_CMP_MASKED_EQ: 3,
    SCMP_CMP_LE: 2,
    SCMP_CMP_LT: 2,
    SCMP_CMP_GE: 1,
    SCMP_CMP_GT: 1
};
/**
 * The comparisons on a node's level, in their order.
 *
 * @throws RefusedRules if the links of the level run in a circle. libseccomp
 *   lets that happen when one branch hangs under two comparisons and gets the
 *   same neighbour before it from each of them, and then loops for ever (seen
 *   with 2.5.4).
 */
function levelOf(node) {
    const level = [];
    for (let at = startOf(node); at; at = at.next) {
        if (level.length > LONGEST_LEVEL)
            throw new RefusedRules('endless');
        level.push(at);
    }
    return level;
}
/** The first comparison of a level. @throws as `levelOf` */
function startOf(node) {
    let start = node;
    for (let steps = 0; start.previous !== undefined; steps++) {
        if (steps > LONGEST_LEVEL)
            throw new RefusedRules('endless');
        start = start.previous;
    }
    return start;
}
/** No profile has more rules about one call: the links run in a circle. */
const LONGEST_LEVEL = 100_000;
/**
 * Walks through all levels once, to find one without an end.
 *
 * @throws RefusedRules
 */
function checkLevels(root, seen = new Set()) {
    for (const node of levelOf(root)) {
        if (seen.has(node))
            return;
        seen.add(node);
        if (node.ifTrue)
            checkLevels(node.ifTrue, seen);
        if (node.ifFalse)
            checkLevels(node.ifFalse, seen);
    }
}


/***/ }),

/***/ 5881:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S8: () => (/* binding */ RefusedProfile),
  _H: () => (/* binding */ architecturesOn),
  iH: () => (/* binding */ loadProfile),
  qV: () => (/* binding */ loads)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/syscalls/multiplexed.ts
var multiplexed = __webpack_require__(2639);
// EXTERNAL MODULE: ./src/syscalls/numbers.ts + 1 modules
var syscalls_numbers = __webpack_require__(3952);
// EXTERNAL MODULE: ./src/profile/resolve.ts
var resolve = __webpack_require__(6509);
// EXTERNAL MODULE: ./src/profile/filter/comparisons.ts
var comparisons = __webpack_require__(518);
// EXTERNAL MODULE: ./src/profile/filter/returns.ts
var returns = __webpack_require__(6507);
// EXTERNAL MODULE: ./src/profile/normalize.ts
var normalize = __webpack_require__(7474);
;// CONCATENATED MODULE: ./src/profile/filter/rule-tree.ts
/**
 * The rules about one call on one architecture, as libseccomp stores them.
 *
 * It does not keep a list of rules but a tree of 32-bit comparisons, in an
 * order of its own, and it rejects some sets of rules. Which rule wins, which
 * set is rejected, and on which one the library never finishes, depends on how
 * rules are put into the tree; so this module takes the same steps. The steps
 * are the same from libseccomp 2.5.0 to 2.6.0.
 *
 * Source: libseccomp src/db.c (`_db_rule_gen_64`, `_db_rule_gen_32`,
 * `_db_tree_add`, `db_rule_add`) and src/gen_bpf.c (`_gen_bpf_chain`).
 */


/** libseccomp takes a few seconds for this many. */
const newBudget = () => ({ steps: 2_000_000 });
/**
 * Adds one rule: `action` if all of `args` hold. No index occurs twice.
 *
 * @throws RefusedRules; the tree is unusable afterwards
 */
function addRule(rules, args, action, bits, budget) {
    rules.text = `${rules.text ?? ''}${action}:${args.map(normalize/* argKey */.a$).join()};`;
    // An earlier rule without conditions stays; a later one replaces all.
    if (rules.action !== undefined)
        return;
    const fresh = (0,comparisons/* chain */.cy)(args, action, bits);
    if (fresh === undefined) {
        if (rules.tree !== undefined)
            (0,comparisons/* checkLevels */.uq)(rules.tree);
        rules.action = action;
        delete rules.tree;
    }
    else {
        const root = rootOf(rules);
        if (!prune(root, fresh, action, budget))
            insert(root, fresh);
    }
}
const rootOf = (rules) => ({
    get: () => rules.tree,
    set: node => {
        if (node === undefined)
            delete rules.tree;
        else
            rules.tree = node;
    }
});
const branch = (node, key) => ({
    get: () => node[key],
    set: next => {
        rule_tree_link(node, key, next);
    }
});
function insert(slot, fresh) {
    if (slot.get() === undefined) {
        slot.set(fresh);
        return;
    }
    let steps = 0;
    for (let at = slot.get(); at !== undefined; at = at.next) {
        if (steps++ > comparisons/* LONGEST_LEVEL */.Wo)
            throw new comparisons/* RefusedRules */.yX('endless');
        if ((0,comparisons/* isSame */.Ft)(at, fresh)) {
            join(at, fresh);
            return;
        }
        if ((0,comparisons/* isLess */.uo)(at, fresh)) {
            if (at.previous !== undefined) {
                at.previous.next = fresh;
                fresh.previous = at.previous;
            }
            at.previous = fresh;
            fresh.next = at;
            if (slot.get() === at)
                slot.set(fresh);
            return;
        }
        if (at.next === undefined) {
            fresh.previous = at;
            at.next = fresh;
            return;
        }
    }
}
/** Joins the branches of two equal comparisons. */
function join(at, fresh) {
    for (const [on, next] of BRANCHES) {
        const action = fresh[on];
        if (action === undefined || action === at[on])
            continue;
        if (at[on] === undefined) {
            // A shorter rule takes the place of longer ones of the same action.
            if (!actsOnly(at[next], action))
                throw new comparisons/* RefusedRules */.yX('conflict');
            rule_tree_link(at, next, undefined);
            at[on] = action;
        }
        else {
            const isUpper = fresh.half % 2 === 1;
            if (on === 'onTrue' && isUpper && fresh.whole > at.whole)
                at[on] = action;
            if ((0,comparisons/* isLeaf */.xe)(at) || (0,comparisons/* isLeaf */.xe)(fresh))
                throw new comparisons/* RefusedRules */.yX('conflict');
        }
    }
    for (const [on, next] of BRANCHES) {
        const sub = fresh[next];
        if (sub === undefined)
            continue;
        if (at[next] !== undefined) {
            insert(branch(at, next), sub);
        }
        else if (at[on] === undefined) {
            at[next] = sub;
        }
        else {
            // The existing rule is the shorter one.
            return;
        }
    }
}
const BRANCHES = [
    ['onTrue', 'ifTrue'],
    ['onFalse', 'ifFalse']
];
/** Whether each action in a branch is this one. */
function actsOnly(node, action) {
    if (node === undefined)
        return true;
    return (0,comparisons/* levelOf */.In)(node).every(({ onTrue = action, onFalse = action, ifTrue, ifFalse }) => onTrue === action &&
        onFalse === action &&
        actsOnly(ifTrue, action) &&
        actsOnly(ifFalse, action));
}
/**
 * The result so far of a search for rules that contain each other, as bits: the
 * two match here; they did at some place; the old or the new rule ends where
 * they match; the old or the new one has comparisons before the match.
 */
const MATCHES = 1;
const HAS_MATCHED = 2;
const OLD_ENDS = 4;
const NEW_ENDS = 8;
const OLD_IS_LONGER = 16;
const NEW_IS_LONGER = 32;
const REDUNDANT = MATCHES | OLD_ENDS | NEW_IS_LONGER;
/**
 * Removes the old rules that the new one contains, and finds out whether an old
 * one contains it. libseccomp looks at the comparisons of both rules only, not
 * at which result of them leads on, so that it can drop a new rule that says
 * more than the old one: `[1 == 1]` makes it drop `[0 > 0, 1 != 1]`.
 *
 * Source: libseccomp src/db.c, `_db_tree_prune`.
 *
 * @returns whether the new rule is to be dropped
 */
function prune(root, fresh, action, budget) {
    const search = { root, action, hasRemoved: false, budget };
    const found = pruneLevel(search, root.get(), fresh, 0);
    return !search.hasRemoved && (found & REDUNDANT) === REDUNDANT;
}
/**
 * Walks both rules together, level by level. Of the old rules `a == 1` and
 * `a == 1, b == 2`, a new `a == 1` is the same as the first (NEW_ENDS and
 * OLD_ENDS: it is redundant) and shorter than the second (NEW_ENDS and
 * OLD_IS_LONGER: that one is taken out, as the new one contains it).
 *
 * @returns the bits so far with those that were found, or without a match
 */
function pruneLevel(search, old, fresh, before) {
    const end = (found) => found & MATCHES ? before | found : before & ~MATCHES;
    const isBroken = (before & (MATCHES | HAS_MATCHED)) === HAS_MATCHED;
    if (old === undefined || fresh === undefined || isBroken)
        return end(before);
    let found = before;
    let next;
    for (let at = (0,comparisons/* startOf */.GH)(old); at; at = next) {
        next = at.next;
        if (search.budget.steps-- <= 0)
            throw new comparisons/* RefusedRules */.yX('tangled');
        if ((0,comparisons/* isSame */.Ft)(at, fresh)) {
            found |= MATCHES | HAS_MATCHED;
            if ((0,comparisons/* isLeaf */.xe)(fresh))
                found |= NEW_ENDS;
            if ((0,comparisons/* isLeaf */.xe)(at))
                found |= OLD_ENDS;
            if (hasMore(at, fresh))
                return end(found);
            const bothEnd = (found & NEW_ENDS) !== 0 && (found & OLD_ENDS) !== 0;
            if (bothEnd &&
                (fresh.onTrue !== at.onTrue || fresh.onFalse !== at.onFalse)) {
                return end(found);
            }
            const how = before | MATCHES | HAS_MATCHED;
            for (const [, branch] of BRANCHES) {
                if (!fresh[branch])
                    continue;
                const below = pruneLevel(search, at[branch], fresh[branch], how);
                if (below & MATCHES)
                    found |= below;
            }
            if (found & NEW_ENDS && found & OLD_IS_LONGER) {
                if (!actsOnly(at, search.action))
                    continue;
                remove(search.root, at);
                search.hasRemoved = true;
                if (search.root.get() === undefined)
                    return end(found);
            }
            else if (found & OLD_ENDS && found & NEW_IS_LONGER) {
                if (actsOnly(at, search.action))
                    return end(found);
            }
        }
        else {
            const oldIsLess = (0,comparisons/* isLess */.uo)(at, fresh);
            const bail = oldIsLess ? NEW_IS_LONGER : OLD_IS_LONGER;
            if (before & bail)
                return end(found);
            const how = (before & ~MATCHES) | (oldIsLess ? OLD_IS_LONGER : NEW_IS_LONGER);
            for (const [, branch] of BRANCHES) {
                if (!(oldIsLess ? at : fresh)[branch])
                    continue;
                const below = oldIsLess
                    ? pruneLevel(search, at[branch], fresh, how)
                    : pruneLevel(search, at, fresh[branch], how);
                if (below & MATCHES)
                    return end(found | below);
            }
        }
    }
    return end(found & ~MATCHES);
}
/** Whether the old comparison leads on where the new one does not. */
function hasMore(at, fresh) {
    return BRANCHES.some(([on, next]) => (at[on] !== undefined || at[next]) &&
        !(fresh[on] !== undefined || fresh[next]));
}
/** Removes a node wherever it hangs, and the nodes that then lead nowhere. */
function remove(slot, node) {
    const root = slot.get();
    if (root === undefined)
        return;
    for (const at of (0,comparisons/* levelOf */.In)(root)) {
        if (at !== node) {
            remove(branch(at, 'ifTrue'), node);
            remove(branch(at, 'ifFalse'), node);
            const leadsSomewhere = !(0,comparisons/* isLeaf */.xe)(at) || at.onTrue !== undefined || at.onFalse !== undefined;
            if (leadsSomewhere)
                continue;
        }
        if (slot.get() === at)
            slot.set(at.previous ?? at.next);
        if (at.previous)
            rule_tree_link(at.previous, 'next', at.next);
        if (at.next)
            rule_tree_link(at.next, 'previous', at.previous);
        delete at.previous;
        delete at.next;
        return;
    }
}
function rule_tree_link(node, key, to) {
    if (to === undefined)
        Reflect.deleteProperty(node, key);
    else
        node[key] = to;
}

// EXTERNAL MODULE: ./src/profile/filter/walk.ts
var walk = __webpack_require__(4891);
;// CONCATENATED MODULE: ./src/profile/filter/load.ts








/** No runtime can load the profile. */
class RefusedProfile extends errors/* UserError */.yo {
    constructor(message, hint) {
        super(message, { code: 'profile', hint });
    }
}
/**
 * Loads a profile as the engine and the runtime do it: the rules that count for
 * the container, one by one into libseccomp, for the machine's own architecture
 * and those that the profile names with it.
 *
 * - A rule whose action is the default is skipped.
 * - If an index occurs twice in a rule's conditions, each condition becomes a
 *   rule of its own (so they are alternatives).
 * - A call that the architecture does not have is skipped there. A call that
 *   can also be made through socketcall(2) or ipc(2) gets a second rule for
 *   that, which cannot look at the arguments behind the pointer.
 * - A call of an architecture that the filter does not know ends the thread.
 * - runc returns ENOSYS for calls that are newer than any that the profile
 *   names (its `patchbpf`).
 *
 * Source: containers/common pkg/seccomp, moby profiles/seccomp, runc
 * libcontainer/seccomp, crun src/libcrun/seccomp.c, libseccomp src/db.c.
 *
 * @throws RefusedProfile
 */
function loadProfile(profile, machine) {
    const resolved = (0,resolve/* resolveRules */.S)(profile.syscalls, machine);
    const { engine } = machine;
    const byDefault = value(() => (0,returns/* defaultReturnOf */.zZ)(profile, engine));
    const architectures = architecturesOn(profile, machine);
    refuseMixedEndianness(architectures);
    const rules = new Map(architectures.map(architecture => [
        architecture,
        new Map()
    ]));
    const budget = newBudget();
    for (const rule of resolved) {
        const action = value(() => (0,returns/* returnOf */.gi)(rule, engine));
        if (action === byDefault)
            continue;
        for (const name of rule.names) {
            for (const [architecture, calls] of rules) {
                const isNative = architecture === machine.architecture;
                for (const args of alternatives(rule.args, machine)) {
                    add(calls, { name, args, action, architecture, isNative }, budget);
                }
            }
        }
    }
    refuseEndless(rules);
    const hasStub = machine.runtime === 'runc' &&
        !(0,returns/* letsThrough */.AT)(byDefault) &&
        profile.defaultAction !== 'SCMP_ACT_TRACE';
    const newest = hasStub
        ? newestNamed(resolved, architectures)
        : new Map();
    const decide = (architecture, call, args = []) => {
        const numbers = (0,syscalls_numbers/* syscallNumbers */.Q3)(architecture);
        const calls = rules.get(architecture);
        const number = typeof call === 'string' && Object.hasOwn(numbers, call)
            ? numbers[call]
            : call;
        if (number === undefined || calls === undefined)
            return returns/* KILL_THREAD */.Eg;
        if (typeof number === 'string' && !calls.has(number))
            return undefined;
        if (typeof number === 'number') {
            if (isForX32(architecture, number))
                return returns/* KILL_THREAD */.Eg;
            if (number > (newest.get(architecture) ?? Infinity))
                return returns/* ENOSYS_RETURN */.Vx;
        }
        const { action, tree } = calls.get(number) ?? {};
        if (action !== undefined)
            return action;
        return (tree && (0,walk/* walkTree */.I)(tree, args)) ?? byDefault;
    };
    return { architectures, default: byDefault, rules, decide };
}
/** Whether runtimes can load a profile there. */
function loads(profile, machine) {
    try {
        loadProfile(profile, machine);
        return true;
    }
    catch (error) {
        if (error instanceof RefusedProfile)
            return false;
        throw error;
    }
}
/** libseccomp src/db.c, `db_col_db_add`. */
function refuseMixedEndianness(architectures) {
    const [native] = architectures;
    const other = architectures.find(a => BIG_ENDIAN.has(a) !== BIG_ENDIAN.has(native ?? a));
    if (native === undefined || other === undefined)
        return;
    throw new RefusedProfile(`libseccomp refuses the profile: on ${native} it makes no filter for ${other}, which has the other byte order`, 'Use `archMap`, where each entry has the architectures of one machine.');
}
/** libseccomp src/arch-*.c. */
const BIG_ENDIAN = new Set([
    'SCMP_ARCH_M68K',
    'SCMP_ARCH_MIPS',
    'SCMP_ARCH_MIPS64',
    'SCMP_ARCH_MIPS64N32',
    'SCMP_ARCH_PARISC',
    'SCMP_ARCH_PARISC64',
    'SCMP_ARCH_PPC',
    'SCMP_ARCH_PPC64',
    'SCMP_ARCH_S390',
    'SCMP_ARCH_S390X',
    'SCMP_ARCH_SHEB'
]);
function value(of) {
    try {
        return of();
    }
    catch (error) {
        if (!(error instanceof RangeError))
            throw error;
        throw new RefusedProfile(`engines refuse the profile: ${error.message} is not an errno`, 'Use an errno of Linux, such as EPERM or ENOSYS; as a number, up to 4094.');
    }
}
/** The architectures that a filter is made for, the machine's own first. */
function architecturesOn({ architectures = [], archMap = [] }, { architecture: native, engine = 'podman' }) {
    const mapped = engine === 'moby' || MAPPED_BY_PODMAN.has(native)
        ? archMap.find(entry => entry.architecture === native)
        : undefined;
    return [
        ...new Set([native, ...architectures, ...(mapped?.subArchitectures ?? [])])
    ];
}
/** Where podman uses `archMap` (containers/common, `nativeToSeccomp`). */
const MAPPED_BY_PODMAN = new Set([
    'SCMP_ARCH_X86_64',
    'SCMP_ARCH_AARCH64',
    'SCMP_ARCH_MIPS64',
    'SCMP_ARCH_MIPS64N32',
    'SCMP_ARCH_MIPSEL64',
    'SCMP_ARCH_MIPSEL64N32',
    'SCMP_ARCH_S390X'
]);
/** Sets of conditions: the rule holds if all conditions of any one set hold. */
function alternatives(args, { runtime }) {
    const indexes = new Set(args.map(arg => arg.index));
    if (indexes.size === args.length)
        return [[...args]];
    // crun has room for six.
    const counted = runtime === 'runc' ? args : args.slice(0, 6);
    return counted.map(arg => [arg]);
}
function add(calls, rule, budget) {
    const { name, args, action, architecture, isNative } = rule;
    const numbers = (0,syscalls_numbers/* syscallNumbers */.Q3)(architecture);
    const bits = BITS_32.has(architecture) ? 32 : 64;
    const addTo = (call, conditions) => {
        const tree = calls.get(call) ?? {};
        calls.set(call, tree);
        try {
            addRule(tree, conditions, action, bits, budget);
        }
        catch (error) {
            throw refused(name, error);
        }
    };
    const through = (0,multiplexed/* multiplexed */._)(name, architecture);
    const multiplexer = through && numbers[through.by];
    if (through && multiplexer !== undefined) {
        const { call } = through;
        const which = {
            index: 0,
            value: BigInt(call),
            valueTwo: 0n,
            op: 'SCMP_CMP_EQ'
        };
        addTo(multiplexer, [which, ...args.filter(arg => arg.index !== 0)]);
    }
    const number = Object.hasOwn(numbers, name) ? numbers[name] : undefined;
    if (number !== undefined)
        addTo(number, args);
    else if (isNative && !(0,syscalls_numbers/* syscallNames */.EE)().has(name))
        addTo(name, args);
}
/** Walks through all trees once, to find one without an end. */
function refuseEndless(rules) {
    for (const [architecture, calls] of rules) {
        for (const [call, { tree }] of calls) {
            try {
                if (tree)
                    (0,comparisons/* checkLevels */.uq)(tree);
            }
            catch (error) {
                const names = (0,syscalls_numbers/* syscallsByNumber */.$o)(architecture);
                const name = typeof call === 'number' ? names.get(call) : call;
                throw refused(name ?? '', error);
            }
        }
    }
}
function refused(call, error) {
    if (!(error instanceof comparisons/* RefusedRules */.yX))
        return error;
    const name = `\`${call}\``;
    return error.why === 'conflict'
        ? new RefusedProfile(`libseccomp refuses the profile: its rules about ${name} contradict each other`, 'Two rules with different actions hold for the same arguments. Keep one of them, or put the one with fewer conditions first.')
        : error.why === 'tangled'
            ? new RefusedProfile(`the profile has too many rules with conditions about ${name}: libseccomp would take minutes`, 'Remove some of them, or allow the call outright.')
            : new RefusedProfile(`libseccomp never finishes with the profile's rules about ${name}`, 'Several rules share a condition with LT, LE, GT, GE or NE and differ in later ones. Put those with EQ or MASKED_EQ first, or remove some of them.');
}
/** The architectures whose arguments have 32 bits (libseccomp src/arch-*.c). */
const BITS_32 = new Set([
    'SCMP_ARCH_X86',
    'SCMP_ARCH_X32',
    'SCMP_ARCH_ARM',
    'SCMP_ARCH_M68K',
    'SCMP_ARCH_MIPS',
    'SCMP_ARCH_MIPS64N32',
    'SCMP_ARCH_MIPSEL',
    'SCMP_ARCH_MIPSEL64N32',
    'SCMP_ARCH_PPC',
    'SCMP_ARCH_S390',
    'SCMP_ARCH_SH',
    'SCMP_ARCH_SHEB',
    'SCMP_ARCH_PARISC'
]);
/** Calls of the x32 ABI have this bit set (asm/unistd.h, X32_SYSCALL_BIT). */
function isForX32(architecture, number) {
    return architecture === 'SCMP_ARCH_X86_64' && number >= 0x40000000;
}
/**
 * For each architecture, the greatest number of a call that rules name. runc
 * refuses those above it with ENOSYS.
 */
function newestNamed(rules, architectures) {
    const newest = new Map();
    for (const architecture of architectures) {
        const numbers = (0,syscalls_numbers/* syscallNumbers */.Q3)(architecture);
        for (const name of rules.flatMap(rule => rule.names)) {
            // libseccomp gives such a call a negative number.
            if ((0,multiplexed/* multiplexed */._)(name, architecture))
                continue;
            const number = Object.hasOwn(numbers, name) ? (numbers[name] ?? 0) : 0;
            if (number > (newest.get(architecture) ?? 0)) {
                newest.set(architecture, number);
            }
        }
    }
    return newest;
}


/***/ }),

/***/ 5324:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cn: () => (/* binding */ nativesOf),
/* harmony export */   SF: () => (/* binding */ capabilitiesOf),
/* harmony export */   qv: () => (/* binding */ machinesOf)
/* harmony export */ });
/* harmony import */ var _syscalls_architectures_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(302);
/* harmony import */ var _normalize_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7474);
/* harmony import */ var _resolve_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6509);



/**
 * The machines on which profiles must be evaluated so that no rule is missed:
 * for each architecture that they name (x86-64 if they name none), one without
 * capabilities and one with all that they mention.
 */
function machinesOf(profiles) {
    const named = (0,_normalize_js__WEBPACK_IMPORTED_MODULE_2__/* .sortedUnique */ .Z$)(profiles.flatMap(nativesOf));
    const capabilities = (0,_normalize_js__WEBPACK_IMPORTED_MODULE_2__/* .sortedUnique */ .Z$)(profiles.flatMap(capabilitiesOf));
    const sets = capabilities.length > 0 ? [[], capabilities] : [[]];
    const natives = named.length > 0 ? named : ['SCMP_ARCH_X86_64'];
    return natives.flatMap(architecture => sets.map(capabilities => ({ architecture, capabilities })));
}
/** The architectures of the machines that a profile mentions. */
function nativesOf(profile) {
    const { architectures = [], archMap = [], syscalls } = profile;
    // A listed architecture may also be meant for a machine that can run it.
    const hosts = _syscalls_architectures_js__WEBPACK_IMPORTED_MODULE_0__/* .ARCHITECTURES */ .X.filter(native => _syscalls_architectures_js__WEBPACK_IMPORTED_MODULE_0__/* .SUB_ARCHITECTURES */ .I[native]?.some(sub => architectures.includes(sub)));
    const inRules = syscalls.flatMap(({ includes, excludes }) => [
        ...(includes?.arches ?? []),
        ...(excludes?.arches ?? [])
    ]);
    return [
        ...architectures,
        ...hosts,
        ...archMap.map(entry => entry.architecture),
        ..._syscalls_architectures_js__WEBPACK_IMPORTED_MODULE_0__/* .ARCHITECTURES */ .X.filter(a => inRules.includes(_resolve_js__WEBPACK_IMPORTED_MODULE_1__/* .ENGINE_NAMES */ .G[a] ?? ''))
    ];
}
/** The capabilities that rules ask for or shut out, with repetitions. */
function capabilitiesOf({ syscalls }) {
    return syscalls.flatMap(({ includes, excludes }) => [
        ...(includes?.caps ?? []),
        ...(excludes?.caps ?? [])
    ]);
}


/***/ }),

/***/ 5871:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bg: () => (/* binding */ returnsOf),
/* harmony export */   au: () => (/* binding */ newSteps),
/* harmony export */   fq: () => (/* binding */ pairsOf),
/* harmony export */   hx: () => (/* binding */ TooComplex),
/* harmony export */   xS: () => (/* binding */ Meanings)
/* harmony export */ });
/* harmony import */ var _comparisons_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(518);

/** The rules about a call are too many and too complex to compare. */
class TooComplex extends Error {
}
/** The limit for one call; more would take a second, and much memory. */
const MOST_STEPS = 100_000;
/** The limit for all calls of a comparison, which stops hostile profiles. */
const newSteps = () => ({ left: 1_000_000 });
/** Makes meanings that can be compared with one another. */
class Meanings {
    leaves = new Map();
    questions = new Map();
    choices = new Map();
    ids = 0;
    steps;
    constructor(steps = newSteps()) {
        this.steps = steps;
    }
    /** The same return value whatever the arguments. */
    always(returns) {
        return this.leaf(returns);
    }
    /**
     * The return values of libseccomp's tree, with `byDefault` where no rule
     * holds.
     *
     * @throws TooComplex
     */
    ofTree(root, byDefault) {
        return this.level(root, this.leaf(byDefault), new Map());
    }
    level(root, after, known, names = new Map()) {
        // A branch can hang in several places.
        const name = names.get(root) ?? names.size;
        names.set(root, name);
        const key = `${name} ${after.id}`;
        const before = known.get(key);
        if (before !== undefined)
            return before;
        let meaning = after;
        for (const node of (0,_comparisons_js__WEBPACK_IMPORTED_MODULE_0__/* .levelOf */ .In)(root).toReversed()) {
            const { onTrue, onFalse, ifTrue, ifFalse } = node;
            const rest = meaning;
            const lead = (next, action) => {
                if (next !== undefined)
                    return this.level(next, rest, known, names);
                return action === undefined ? rest : this.leaf(action);
            };
            meaning = this.choose(this.condition(node), lead(ifTrue, onTrue), lead(ifFalse, onFalse));
        }
        known.set(key, meaning);
        return meaning;
    }
    /** True for the arguments for which the comparison holds. */
    condition({ half, test, mask, datum }) {
        const [yes, no] = [this.leaf(true), this.leaf(false)];
        let meaning = test === 'greater' ? no : yes;
        const first = (half >> 1) * 64 + (half % 2 === 1 ? 0 : 32);
        for (let power = 0; power < 32; power++) {
            if (((mask >>> power) & 1) === 0)
                continue;
            const isSet = ((datum >>> power) & 1) === 1;
            const bit = first + 31 - power;
            if (test === 'equal' || test === 'masked') {
                meaning = this.ask(bit, isSet ? no : meaning, isSet ? meaning : no);
            }
            else {
                meaning = this.ask(bit, isSet ? no : meaning, isSet ? meaning : yes);
            }
        }
        return meaning;
    }
    leaf(returns) {
        const known = this.leaves.get(returns);
        if (known !== undefined)
            return known;
        const leaf = { id: this.ids++, returns };
        this.leaves.set(returns, leaf);
        return leaf;
    }
    ask(bit, no, yes) {
        if (no === yes)
            return no;
        const key = `${bit} ${no.id} ${yes.id}`;
        const known = this.questions.get(key);
        if (known !== undefined)
            return known;
        const question = { id: this.ids++, bit, no, yes };
        this.questions.set(key, question);
        return question;
    }
    /** `yes` where `condition` is true, `no` elsewhere. */
    choose(condition, yes, no) {
        if ('returns' in condition)
            return condition.returns === true ? yes : no;
        if (yes === no)
            return yes;
        const key = `${condition.id} ${yes.id} ${no.id}`;
        const known = this.choices.get(key);
        if (known !== undefined)
            return known;
        const isTooMuch = this.choices.size >= MOST_STEPS || this.steps.left <= 0;
        if (isTooMuch)
            throw new TooComplex();
        this.steps.left--;
        const bit = Math.min(bitOf(condition), bitOf(yes), bitOf(no));
        const meaning = this.ask(bit, this.choose(side(condition, bit, 'no'), side(yes, bit, 'no'), side(no, bit, 'no')), this.choose(side(condition, bit, 'yes'), side(yes, bit, 'yes'), side(no, bit, 'yes')));
        this.choices.set(key, meaning);
        return meaning;
    }
}
function bitOf(meaning) {
    return 'returns' in meaning ? Infinity : meaning.bit;
}
function side(meaning, bit, answer) {
    return !('returns' in meaning) && meaning.bit === bit
        ? meaning[answer]
        : meaning;
}
/** All pairs of return values that some arguments get, each once. */
function pairsOf(before, after) {
    const pairs = new Map();
    const seen = new Set();
    const visit = (a, b) => {
        const key = `${a.id} ${b.id}`;
        if (seen.has(key))
            return;
        seen.add(key);
        if ('returns' in a && 'returns' in b) {
            pairs.set(key, [Number(a.returns), Number(b.returns)]);
            return;
        }
        const bit = Math.min(bitOf(a), bitOf(b));
        visit(side(a, bit, 'no'), side(b, bit, 'no'));
        visit(side(a, bit, 'yes'), side(b, bit, 'yes'));
    };
    visit(before, after);
    return [...pairs.values()];
}
/** The return values that some arguments get, each once. */
function returnsOf(meaning) {
    return pairsOf(meaning, meaning).map(([returns]) => returns);
}


/***/ }),

/***/ 6507:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AT: () => (/* binding */ letsThrough),
/* harmony export */   CX: () => (/* binding */ defaultMayPass),
/* harmony export */   Eg: () => (/* binding */ KILL_THREAD),
/* harmony export */   Vx: () => (/* binding */ ENOSYS_RETURN),
/* harmony export */   WE: () => (/* binding */ passes),
/* harmony export */   _b: () => (/* binding */ describeReturn),
/* harmony export */   bg: () => (/* binding */ mayPass),
/* harmony export */   gi: () => (/* binding */ returnOf),
/* harmony export */   sm: () => (/* binding */ valuesOf),
/* harmony export */   zZ: () => (/* binding */ defaultReturnOf)
/* harmony export */ });
/* unused harmony export permissiveness */
/* harmony import */ var _errno_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(549);

const ERRNO = 0x00050000;
const TRACE = 0x7ff00000;
const DATA = 0x0000ffff;
/**
 * The greatest errno that libseccomp accepts (src/system.c,
 * `sys_chk_seccomp_action`).
 */
const MAX_ERRNO = 4094;
const RETURNS = {
    SCMP_ACT_KILL_PROCESS: 0x80000000,
    SCMP_ACT_KILL: 0x00000000,
    SCMP_ACT_KILL_THREAD: 0x00000000,
    SCMP_ACT_TRAP: 0x00030000,
    SCMP_ACT_ERRNO: ERRNO,
    SCMP_ACT_NOTIFY: 0x7fc00000,
    SCMP_ACT_TRACE: TRACE,
    SCMP_ACT_LOG: 0x7ffc0000,
    SCMP_ACT_ALLOW: 0x7fff0000
};
const KILL_THREAD = RETURNS.SCMP_ACT_KILL_THREAD;
const ENOSYS_RETURN = ERRNO + 38;
/** Whether the kernel carries out the call. */
function letsThrough(value) {
    return value === RETURNS.SCMP_ACT_ALLOW || value === RETURNS.SCMP_ACT_LOG;
}
/**
 * Whether a call may get past the filter: it is carried out, or a tracer or a
 * supervisor may have it carried out, or it returns 0 as if it had been
 * (seccomp(2): SECCOMP_RET_TRACE, SECCOMP_RET_USER_NOTIF, SECCOMP_RET_ERRNO).
 */
function passes(value) {
    const base = value - (value & DATA);
    return (letsThrough(value) ||
        base === TRACE ||
        base === RETURNS.SCMP_ACT_NOTIFY ||
        value === ERRNO);
}
/**
 * How much a filter allows: the kernel takes the lowest of several filters'
 * returns, in this order (seccomp(2): kill the process, kill the thread, trap,
 * errno, notify, trace, log, allow).
 *
 * @returns a number; the greater, the more is allowed
 */
function permissiveness(value) {
    // The kernel compares them signed: KILL_PROCESS is the least.
    return value | 0;
}
/**
 * The return value of a rule's action. @throws RangeError if the errno has an
 * unknown name or is out of range
 */
function returnOf(rule, engine = 'podman') {
    const { action, errno, errnoRet } = rule;
    return encode(action, errnoFor(engine, errno, errnoRet));
}
/** The return value of a profile's default. @throws as `returnOf` */
function defaultReturnOf(profile, engine = 'podman') {
    const { defaultAction, defaultErrno, defaultErrnoRet } = profile;
    return encode(defaultAction, errnoFor(engine, defaultErrno, defaultErrnoRet));
}
/** moby does not know errnos by name (its `specs.LinuxSyscall`). */
function errnoFor(engine, name, number) {
    return (0,_errno_js__WEBPACK_IMPORTED_MODULE_0__/* .errnoOrEperm */ .h)(engine === 'moby' ? undefined : name, number);
}
function encode(action, errno) {
    if (typeof errno === 'string')
        throw new RangeError(errno);
    const base = RETURNS[action];
    if (base === ERRNO && (errno & DATA) > MAX_ERRNO) {
        throw new RangeError(String(errno));
    }
    return base === ERRNO || base === TRACE ? base + (errno & DATA) : base;
}
/** Whether an engine may let a call past the filter that the rule matches. */
function mayPass(rule) {
    return valuesOf(engine => returnOf(rule, engine)).some(passes);
}
/** Whether an engine may let a call past the filter that no rule matches. */
function defaultMayPass(profile) {
    return valuesOf(engine => defaultReturnOf(profile, engine)).some(passes);
}
/** Each engine's return value; none of one that refuses the profile for it. */
function valuesOf(of) {
    return ENGINES.flatMap(engine => {
        try {
            return of(engine);
        }
        catch (error) {
            if (error instanceof RangeError)
                return [];
            throw error;
        }
    });
}
const ENGINES = ['podman', 'moby'];
/** A return value in words: `allowed`, `refused with errno 38`. */
function describeReturn(value) {
    const data = value & DATA;
    const base = value - data;
    if (base === ERRNO)
        return `refused with errno ${data}`;
    if (base === TRACE)
        return `left to a tracer (message ${data})`;
    return WORDS.get(base) ?? `return value ${value}`;
}
const WORDS = new Map([
    [RETURNS.SCMP_ACT_ALLOW, 'allowed'],
    [RETURNS.SCMP_ACT_LOG, 'allowed and logged'],
    [RETURNS.SCMP_ACT_NOTIFY, 'left to a supervisor'],
    [RETURNS.SCMP_ACT_TRAP, 'refused with SIGSYS'],
    [RETURNS.SCMP_ACT_KILL_THREAD, 'ends the thread'],
    [RETURNS.SCMP_ACT_KILL_PROCESS, 'ends the process']
]);


/***/ }),

/***/ 4891:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ walkTree),
/* harmony export */   T: () => (/* binding */ returnsIn)
/* harmony export */ });
/* harmony import */ var _comparisons_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(518);

/**
 * The action that a call with these arguments leads to: a level's comparisons
 * are tried in turn, and one whose branch ends without an action leads on to
 * the next.
 *
 * Source: libseccomp src/gen_bpf.c, `_gen_bpf_chain` (`nxt_jump`).
 *
 * @returns undefined if no rule holds
 */
function walkTree(root, args) {
    for (const node of (0,_comparisons_js__WEBPACK_IMPORTED_MODULE_0__/* .levelOf */ .In)(root)) {
        const isTrue = holds(node, args);
        const next = isTrue ? node.ifTrue : node.ifFalse;
        const action = isTrue ? node.onTrue : node.onFalse;
        const found = next ? walkTree(next, args) : action;
        if (found !== undefined)
            return found;
    }
    return undefined;
}
/** The return values that occur in a tree. */
function returnsIn(root, seen = new Set()) {
    const returns = new Set();
    for (const node of (0,_comparisons_js__WEBPACK_IMPORTED_MODULE_0__/* .levelOf */ .In)(root)) {
        if (seen.has(node))
            continue;
        seen.add(node);
        for (const action of [node.onTrue, node.onFalse]) {
            if (action !== undefined)
                returns.add(action);
        }
        for (const next of [node.ifTrue, node.ifFalse]) {
            if (next === undefined)
                continue;
            for (const value of returnsIn(next, seen))
                returns.add(value);
        }
    }
    return returns;
}
function holds({ half, test, mask, datum }, args) {
    const arg = args[half >> 1] ?? 0n;
    const word = Number(BigInt.asUintN(32, half % 2 === 1 ? arg >> 32n : arg));
    const value = (word & mask) >>> 0;
    if (test === 'greater')
        return value > datum;
    if (test === 'at least')
        return value >= datum;
    return value === datum;
}


/***/ }),

/***/ 3456:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ managedRules),
/* harmony export */   hC: () => (/* binding */ userRules),
/* harmony export */   qi: () => (/* binding */ replaceManaged),
/* harmony export */   xp: () => (/* binding */ adoptHookProfile),
/* harmony export */   yF: () => (/* binding */ isManaged)
/* harmony export */ });
/* unused harmony export MANAGED_COMMENT */
/* harmony import */ var _normalize_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7474);

/**
 * The comment that marks the rules that seccomp-lock writes. A call that the
 * engine's default allows only with certain arguments keeps these conditions,
 * which takes a rule of its own, so there may be several managed rules with the
 * same comment.
 */
const MANAGED_COMMENT = 'seccomp-lock: written from the recorded tests. Rules of your own go beside this one and are kept.';
const MANAGED_PREFIX = 'seccomp-lock:';
/** Whether the action wrote this rule and may replace it. */
function isManaged(rule) {
    return rule.comment?.startsWith(MANAGED_PREFIX) ?? false;
}
/**
 * Takes over a file that oci-seccomp-bpf-hook wrote and that was not changed
 * since: one line of JSON, errno by default, bare allow rules, and no comment,
 * condition or key of a person. (The hook's versions from 1.3 on write a
 * `socket` rule per address family.)
 *
 * @returns the profile with its rules managed; undefined for any other file
 */
function adoptHookProfile(profile, text) {
    const { defaultAction, architectures, syscalls, ...rest } = profile;
    const isHooks = !text.trim().includes('\n') &&
        defaultAction === 'SCMP_ACT_ERRNO' &&
        architectures !== undefined &&
        Object.keys(rest).length === 0 &&
        syscalls.length > 0 &&
        syscalls.every(isBareAllow);
    if (!isHooks)
        return undefined;
    return { ...profile, syscalls: syscalls.map(manage) };
}
function manage(rule) {
    return { ...rule, comment: MANAGED_COMMENT };
}
function isBareAllow(rule) {
    const { names, action, args, ...rest } = rule;
    return (names.length > 0 &&
        action === 'SCMP_ACT_ALLOW' &&
        (args.length === 0 || names[0] === 'socket') &&
        Object.keys(rest).length === 0);
}
/** The rules that a person wrote: all but the managed ones. */
function userRules(profile) {
    return profile.syscalls.filter(rule => !isManaged(rule));
}
/** The rules that the action wrote. */
function managedRules(profile) {
    return profile.syscalls.filter(isManaged);
}
/**
 * The profile with its managed rules replaced. They go where the first of the
 * old ones was, or else after the user's rules; everything else keeps its
 * place.
 */
function replaceManaged(profile, rules) {
    const user = userRules(profile);
    const first = profile.syscalls.findIndex(isManaged);
    // Before the first managed rule there are only the user's rules.
    const at = first < 0 ? user.length : first;
    return (0,_normalize_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeProfile */ .LP)({
        ...profile,
        syscalls: [...user.slice(0, at), ...rules.map(manage), ...user.slice(at)]
    });
}


/***/ }),

/***/ 7474:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LP: () => (/* binding */ normalizeProfile),
/* harmony export */   Z$: () => (/* binding */ sortedUnique),
/* harmony export */   a$: () => (/* binding */ argKey)
/* harmony export */ });
/**
 * The canonical form of a profile: lists whose order means nothing (names,
 * architectures, flags, conditions, capabilities) are sorted and unique. The
 * rules stay in the author's order, which matters to engines and libseccomp
 * (filter/rule-tree.ts), and to people.
 */
function normalizeProfile(profile) {
    return {
        ...profile,
        ...(profile.architectures && {
            architectures: sortedUnique(profile.architectures)
        }),
        ...(profile.archMap && {
            archMap: profile.archMap.map(entry => ({
                ...entry,
                subArchitectures: sortedUnique(entry.subArchitectures)
            }))
        }),
        ...(profile.flags && { flags: sortedUnique(profile.flags) }),
        syscalls: profile.syscalls.map(normalizeRule)
    };
}
function normalizeRule(rule) {
    const { names, args, includes, excludes } = rule;
    return {
        ...rule,
        names: sortedUnique(names),
        args: normalizeArgs(args),
        ...(includes && { includes: normalizeFilter(includes) }),
        ...(excludes && { excludes: normalizeFilter(excludes) })
    };
}
/**
 * Sorts conditions by index. If an index occurs twice, the conditions are
 * alternatives, and each becomes a rule of its own; their order matters to
 * libseccomp, so it stays.
 */
function normalizeArgs(args) {
    const indexes = new Set(args.map(arg => arg.index));
    if (indexes.size < args.length)
        return [...args];
    return args.toSorted((a, b) => {
        const [keyA, keyB] = [argKey(a), argKey(b)];
        return keyA < keyB ? -1 : keyA > keyB ? 1 : 0;
    });
}
function normalizeFilter(filter) {
    const { caps, arches } = filter;
    return {
        ...filter,
        ...(caps && { caps: sortedUnique(caps) }),
        ...(arches && { arches: sortedUnique(arches) })
    };
}
/** Sorted by code unit, so that the order is the same under every locale. */
function sortedUnique(values) {
    return [...new Set(values)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
/** One condition as a text. Texts are equal exactly if the conditions are. */
function argKey(arg) {
    return `${arg.index} ${arg.op} ${arg.value} ${arg.valueTwo}`;
}


/***/ }),

/***/ 2992:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ parseProfile)
});

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/syscalls/architectures.ts
var architectures = __webpack_require__(302);
// EXTERNAL MODULE: ./src/text/json.ts
var text_json = __webpack_require__(1789);
;// CONCATENATED MODULE: ./src/profile/types.ts
/**
 * A seccomp profile as data, in the words of the OCI runtime specification
 * (config-linux.md, "Seccomp") and of podman's and Docker's extensions to it.
 */
/** Actions for a call, runtime-spec `syscalls[].action`. */
const ACTIONS = [
    'SCMP_ACT_KILL',
    'SCMP_ACT_KILL_PROCESS',
    'SCMP_ACT_KILL_THREAD',
    'SCMP_ACT_TRAP',
    'SCMP_ACT_ERRNO',
    'SCMP_ACT_TRACE',
    'SCMP_ACT_ALLOW',
    'SCMP_ACT_LOG',
    'SCMP_ACT_NOTIFY'
];
/** Comparisons of an argument, runtime-spec `syscalls[].args[].op`. */
const OPERATORS = [
    'SCMP_CMP_NE',
    'SCMP_CMP_LT',
    'SCMP_CMP_LE',
    'SCMP_CMP_EQ',
    'SCMP_CMP_GE',
    'SCMP_CMP_GT',
    'SCMP_CMP_MASKED_EQ'
];

;// CONCATENATED MODULE: ./src/profile/parse.ts






/**
 * Reads a seccomp profile in any form that podman or Docker accept: the
 * runtime-spec's `linux.seccomp` with their extensions (`includes`, `excludes`,
 * `archMap`, `errno`, the old `name`). Missing and empty values mean the same;
 * unknown keys are kept.
 *
 * @param file the name to put into errors
 * @throws UserError with file, line, column and JSON path of the first fault
 */
function parseProfile(text, file) {
    const json = (0,text_json/* parseJson */.qF)(text, file);
    const result = dist/* safeParse */.xLC(profileSchema, json.value, { abortEarly: true });
    if (!result.success) {
        const [issue] = result.issues;
        const path = (issue.path ?? []).map(item => item.key);
        const part = issue.path?.at(-1)?.origin === 'key' ? 'key' : 'value';
        const at = (0,text_json/* formatPosition */.Ld)(file, json.positionOf(path, part));
        throw new errors/* UserError */.yo(`${at}: ${(0,text_json/* formatPath */.jV)(path)}: ${issue.message}`, {
            code: 'profile',
            hint: 'Repair the file; nothing was written.'
        });
    }
    return result.output;
}
/** The value found, for an error message: short, and on one line. */
function shown(input) {
    if (typeof input === 'bigint')
        return String(input);
    if (!(input instanceof text_json/* JsonNumber */.WP))
        return (0,text_json/* shortJson */.j4)(input);
    return input.text.length > 60 ? `${input.text.slice(0, 57)}...` : input.text;
}
const expected = (what) => (issue) => issue.input === undefined
    ? `missing; expected ${what}`
    : `expected ${what}, got ${shown(issue.input)}`;
/**
 * An object with these keys. Missing keys are undefined, and all other keys are
 * collected in `extra`, whatever their names.
 */
const object = (entries, what) => dist/* pipe */.FsL(dist/* custom */.IeY(isObject, expected(what)), dist/* rawCheck */.H0v(({ dataset, addIssue }) => {
    if (!dataset.typed)
        return;
    const input = dataset.value;
    const known = new Map(Object.keys(entries).map(k => [foldKey(k), k]));
    for (const [key, value] of Object.entries(input)) {
        const meant = known.get(foldKey(key));
        if (meant === undefined || meant === key)
            continue;
        addIssue({
            message: Object.hasOwn(input, meant)
                ? `the key ${shown(key)} occurs twice: engines read it as \`${meant}\`, because they ignore case`
                : `engines read this key as \`${meant}\`; write it that way`,
            path: [{ type: 'object', origin: 'key', input, key, value }]
        });
    }
}), dist/* transform */.pdi(input => {
    const known = Object.keys(entries).map(key => [key, Object.hasOwn(input, key) ? input[key] : undefined]);
    const extra = Object.entries(input).filter(([key]) => !Object.hasOwn(entries, key));
    return {
        ...Object.fromEntries(known),
        ...(extra.length > 0 && { extra: Object.fromEntries(extra) })
    };
}), dist/* object */.Ikc({
    ...entries,
    extra: dist/* optional */.lqM(dist/* custom */.IeY(isObject))
}));
function isObject(input) {
    return (typeof input === 'object' &&
        input !== null &&
        !Array.isArray(input) &&
        !(input instanceof text_json/* JsonNumber */.WP));
}
/**
 * A form that two keys share if Go's encoding/json takes them for the same
 * field of ASCII letters: it folds case, including U+017F and U+212A
 * (encoding/json, fold.go).
 */
function foldKey(key) {
    return key.replaceAll('\u017f', 's').toLowerCase();
}
const parse_text = dist/* string */.YjP(expected('a string'));
const texts = dist/* array */.YOg(parse_text, expected('a list of strings'));
/** Go's decoder treats null like a missing value, and so do we. */
const optional = (schema) => dist/* optional */.lqM(dist/* nullable */.mee(schema));
const oneOf = (what, values) => dist/* picklist */.KIO(values, expected(`${what} (one of ${values.join(', ')})`));
const action = oneOf('an action', ACTIONS);
const architecture = oneOf('an architecture', architectures/* ARCHITECTURES */.X);
const errnoNumber = dist/* pipe */.FsL(dist/* number */.aig(expected('an errno number')), dist/* integer */.ndf(expected('a whole errno number')), dist/* minValue */.Wwf(0, expected('an errno number of at least 0')), dist/* maxValue */.cGV(65535, expected('an errno number up to 65535')));
/**
 * A uint64 as Go's decoder wants it written: digits only, so `1e3` and `1.0`
 * are refused.
 */
const uint64 = dist/* pipe */.FsL(dist/* custom */.IeY(n => (typeof n === 'bigint' || Number.isSafeInteger(n)) &&
    BigInt(n) >= 0n &&
    BigInt(n) < 2n ** 64n, expected('an unsigned 64-bit integer (0 to 18446744073709551615)')), dist/* transform */.pdi(n => BigInt(n)));
const argSchema = dist/* pipe */.FsL(object({
    index: dist/* pipe */.FsL(dist/* number */.aig(expected('an argument index from 0 to 5')), dist/* integer */.ndf(expected('an argument index from 0 to 5')), dist/* minValue */.Wwf(0, expected('an argument index from 0 to 5')), dist/* maxValue */.cGV(5, expected('an argument index from 0 to 5'))),
    value: uint64,
    valueTwo: optional(uint64),
    op: oneOf('an operator', OPERATORS)
}, 'an argument condition'), dist/* transform */.pdi(a => {
    const { index, value, valueTwo, op } = a;
    return withExtra({ index, value, valueTwo: valueTwo ?? 0n, op }, a);
}));
const filterSchema = dist/* pipe */.FsL(object({
    caps: optional(texts),
    arches: optional(texts),
    minKernel: optional(parse_text)
}, 'an object with caps, arches or minKernel'), dist/* transform */.pdi((f) => {
    const filter = {};
    if (f.caps?.length)
        filter.caps = f.caps;
    if (f.arches?.length)
        filter.arches = f.arches;
    if (f.minKernel)
        filter.minKernel = f.minKernel;
    return withExtra(filter, f);
}));
const ruleSchema = dist/* pipe */.FsL(object({
    name: optional(parse_text),
    names: optional(texts),
    action,
    errnoRet: optional(errnoNumber),
    errno: optional(parse_text),
    args: optional(dist/* array */.YOg(argSchema, expected('a list of argument conditions'))),
    comment: optional(parse_text),
    includes: optional(filterSchema),
    excludes: optional(filterSchema)
}, 'a rule (an object with names and action)'), dist/* check */.z6Y(r => !(r.name && r.names?.length), 'has both `name` and `names`; expected one of them'), dist/* check */.z6Y(r => Boolean(r.name) || Boolean(r.names?.length), 'names no system call; expected `names`, a list of at least one'), dist/* transform */.pdi((r) => {
    const rule = {
        names: r.name ? [r.name] : (r.names ?? []),
        action: r.action,
        args: r.args ?? []
    };
    if (r.errnoRet !== undefined && r.errnoRet !== null) {
        rule.errnoRet = r.errnoRet;
    }
    if (r.errno)
        rule.errno = r.errno;
    if (r.comment)
        rule.comment = r.comment;
    if (r.includes && Object.keys(r.includes).length)
        rule.includes = r.includes;
    if (r.excludes && Object.keys(r.excludes).length)
        rule.excludes = r.excludes;
    return withExtra(rule, r);
}));
const archMapSchema = dist/* pipe */.FsL(object({
    architecture,
    subArchitectures: optional(dist/* array */.YOg(architecture, expected('a list of architectures')))
}, 'an object with architecture and subArchitectures'), dist/* transform */.pdi(entry => {
    const { architecture, subArchitectures } = entry;
    return withExtra({ architecture, subArchitectures: subArchitectures ?? [] }, entry);
}));
const profileSchema = dist/* pipe */.FsL(object({
    defaultAction: action,
    defaultErrnoRet: optional(errnoNumber),
    defaultErrno: optional(parse_text),
    architectures: optional(dist/* array */.YOg(architecture, expected('a list of architectures'))),
    archMap: optional(dist/* array */.YOg(archMapSchema, expected('a list of architecture maps'))),
    flags: optional(texts),
    listenerPath: optional(parse_text),
    listenerMetadata: optional(parse_text),
    syscalls: optional(dist/* array */.YOg(ruleSchema, expected('a list of rules')))
}, 'a seccomp profile (a JSON object)'), dist/* check */.z6Y(p => !(p.architectures?.length && p.archMap?.length), 'has both `architectures` and `archMap`; podman and Docker take only one'), dist/* transform */.pdi((p) => {
    const profile = {
        defaultAction: p.defaultAction,
        syscalls: p.syscalls ?? []
    };
    if (p.defaultErrnoRet !== undefined && p.defaultErrnoRet !== null) {
        profile.defaultErrnoRet = p.defaultErrnoRet;
    }
    if (p.defaultErrno)
        profile.defaultErrno = p.defaultErrno;
    if (p.architectures?.length)
        profile.architectures = p.architectures;
    if (p.archMap?.length)
        profile.archMap = p.archMap;
    if (p.flags?.length)
        profile.flags = p.flags;
    if (p.listenerPath)
        profile.listenerPath = p.listenerPath;
    if (p.listenerMetadata)
        profile.listenerMetadata = p.listenerMetadata;
    return withExtra(profile, p);
}));
function withExtra(target, { extra }) {
    if (extra !== undefined)
        target.extra = extra;
    return target;
}


/***/ }),

/***/ 9761:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ findPlaces)
/* harmony export */ });
/* harmony import */ var _text_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1789);
/* harmony import */ var _managed_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3456);
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2992);



/**
 * Finds calls in the text of a profile that was read before.
 *
 * @param text undefined if there is no file: then nothing is found
 */
function findPlaces(text) {
    if (text === undefined) {
        return { first: () => undefined, inUserRule: () => undefined };
    }
    const { value, positionOf } = (0,_text_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qF)(text, 'the profile');
    const { syscalls } = value;
    const pathsOf = (rule) => {
        const { name, names } = syscalls?.[rule] ?? {};
        return [
            ...(name
                ? [[name, ['syscalls', rule, 'name']]]
                : []),
            ...(names ?? []).map((one, at) => [
                one,
                ['syscalls', rule, 'names', at]
            ])
        ];
    };
    // If a name occurs more than once, its first place wins.
    const first = new Map((syscalls ?? []).flatMap((_, rule) => pathsOf(rule)).reverse());
    const at = (path) => path && positionOf(path);
    const profile = (0,_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .parseProfile */ .j)(text, 'the profile');
    const users = (0,_managed_js__WEBPACK_IMPORTED_MODULE_2__/* .userRules */ .hC)(profile).map(rule => profile.syscalls.indexOf(rule));
    return {
        first: name => at(first.get(name)),
        inUserRule: (rule, name) => at(new Map(pathsOf(users[rule] ?? -1).reverse()).get(name))
    };
}


/***/ }),

/***/ 604:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ refusalsOf)
/* harmony export */ });
/* harmony import */ var _errno_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(549);
/* harmony import */ var _normalize_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7474);


/** How a profile refuses calls, whatever the container's capabilities. */
function refusalsOf(profile) {
    const { defaultAction, defaultErrno, defaultErrnoRet, syscalls } = profile;
    const errnos = [
        { action: defaultAction, errno: defaultErrno, errnoRet: defaultErrnoRet },
        ...syscalls
    ]
        .filter(({ action }) => action === 'SCMP_ACT_ERRNO')
        .map(({ errno, errnoRet }) => (0,_errno_js__WEBPACK_IMPORTED_MODULE_0__/* .errnoOrEperm */ .h)(errno, errnoRet))
        .filter(errno => typeof errno === 'number')
        .filter(errno => errno > 0);
    return {
        errnos: [...new Set(errnos)].sort((a, b) => a - b),
        conditional: (0,_normalize_js__WEBPACK_IMPORTED_MODULE_1__/* .sortedUnique */ .Z$)(syscalls.filter(({ args }) => args.length > 0).flatMap(r => r.names))
    };
}


/***/ }),

/***/ 6509:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ ENGINE_NAMES),
/* harmony export */   S: () => (/* binding */ resolveRules)
/* harmony export */ });
/**
 * The rules of a profile that apply to one container, in file order: a rule is
 * left out when one of its `excludes` holds or one of its `includes` does not.
 * podman ignores `minKernel`.
 *
 * Source: containers/common pkg/seccomp and moby profiles/seccomp,
 * `setupSeccomp`.
 */
function resolveRules(rules, context) {
    const { capabilities, engine = 'podman', kernel } = context;
    const arch = ENGINE_NAMES[context.architecture];
    const isHere = (name) => name === arch;
    const has = (cap) => capabilities.includes(cap);
    const isNew = (minKernel) => kernel === undefined || order(kernel) >= order(minKernel);
    const kernelOf = ({ minKernel }) => engine === 'moby' ? minKernel : undefined;
    const counts = ({ includes = {}, excludes = {} }) => {
        const [from, until] = [kernelOf(includes), kernelOf(excludes)];
        return ((includes.caps ?? []).every(has) &&
            (!includes.arches?.length || includes.arches.some(isHere)) &&
            (from === undefined || isNew(from)) &&
            !(excludes.caps ?? []).some(has) &&
            !(excludes.arches ?? []).some(isHere) &&
            (until === undefined || !isNew(until)));
    };
    return rules.filter(counts);
}
/**
 * The first two numbers of a release count (moby profiles/seccomp,
 * `kernelGreaterEqualThan`).
 */
function order(release) {
    const [major = 0, minor = 0] = release.split(/[.-]/, 2).map(Number);
    return major * 65536 + (minor || 0);
}
/**
 * The names that engines use in `arches`: libseccomp's, as its Go binding
 * writes them (libseccomp-golang `ScmpArch.String`; moby `goToNative`).
 */
const ENGINE_NAMES = {
    SCMP_ARCH_X86: 'x86',
    SCMP_ARCH_X86_64: 'amd64',
    SCMP_ARCH_X32: 'x32',
    SCMP_ARCH_ARM: 'arm',
    SCMP_ARCH_AARCH64: 'arm64',
    SCMP_ARCH_LOONGARCH64: 'loong64',
    SCMP_ARCH_MIPS: 'mips',
    SCMP_ARCH_MIPS64: 'mips64',
    SCMP_ARCH_MIPS64N32: 'mips64n32',
    SCMP_ARCH_MIPSEL: 'mipsel',
    SCMP_ARCH_MIPSEL64: 'mipsel64',
    SCMP_ARCH_MIPSEL64N32: 'mipsel64n32',
    SCMP_ARCH_PPC: 'ppc',
    SCMP_ARCH_PPC64: 'ppc64',
    SCMP_ARCH_PPC64LE: 'ppc64le',
    SCMP_ARCH_RISCV64: 'riscv64',
    SCMP_ARCH_S390: 's390',
    SCMP_ARCH_S390X: 's390x'
};


/***/ }),

/***/ 8990:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fw: () => (/* binding */ withoutNames),
/* harmony export */   hm: () => (/* binding */ onlyNames),
/* harmony export */   wX: () => (/* binding */ namesIn)
/* harmony export */ });
/** All names in the rules. */
function namesIn(rules) {
    return new Set(rules.flatMap(rule => rule.names));
}
/** The rules without these calls. */
function withoutNames(rules, names) {
    return filterNames(rules, name => !names.includes(name));
}
/** The rules for these calls alone. */
function onlyNames(rules, names) {
    const wanted = new Set(names);
    return filterNames(rules, name => wanted.has(name));
}
/** Drops a rule that has no name left. */
function filterNames(rules, isWanted) {
    return rules
        .map(rule => ({ ...rule, names: rule.names.filter(isWanted) }))
        .filter(({ names }) => names.length > 0);
}


/***/ }),

/***/ 8399:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ serializeProfile)
/* harmony export */ });
/* harmony import */ var _text_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1789);

/**
 * Writes a profile as text in the canonical form: two spaces, one name per
 * line, a fixed order of keys, empty values left out, a newline at the end.
 * Rules stay in their order.
 */
function serializeProfile(profile) {
    return `${(0,_text_json_js__WEBPACK_IMPORTED_MODULE_0__/* .formatJson */ .IB)(profileToJson(profile))}\n`;
}
/** Drops undefined and empty values; the order of keys is the order given. */
function compact(members) {
    const kept = {};
    for (const [key, value] of Object.entries(members)) {
        if (value === undefined || value === '')
            continue;
        if (Array.isArray(value) && value.length === 0)
            continue;
        kept[key] = value;
    }
    return kept;
}
function profileToJson(p) {
    return {
        ...compact({
            defaultAction: p.defaultAction,
            defaultErrnoRet: p.defaultErrnoRet,
            defaultErrno: p.defaultErrno,
            architectures: p.architectures,
            archMap: p.archMap?.map(archMapEntryToJson),
            flags: p.flags,
            listenerPath: p.listenerPath,
            listenerMetadata: p.listenerMetadata
        }),
        ...p.extra,
        syscalls: p.syscalls.map(ruleToJson)
    };
}
function ruleToJson(r) {
    return {
        ...compact({
            comment: r.comment,
            names: r.names,
            action: r.action,
            errnoRet: r.errnoRet,
            errno: r.errno,
            args: r.args.map(argToJson),
            includes: filterToJson(r.includes),
            excludes: filterToJson(r.excludes)
        }),
        ...r.extra
    };
}
function argToJson(arg) {
    return {
        index: arg.index,
        value: arg.value,
        ...(arg.valueTwo === 0n ? {} : { valueTwo: arg.valueTwo }),
        op: arg.op,
        ...arg.extra
    };
}
function archMapEntryToJson(entry) {
    return {
        architecture: entry.architecture,
        subArchitectures: entry.subArchitectures,
        ...entry.extra
    };
}
/** A filter without any condition is left out, which means the same. */
function filterToJson(filter = {}) {
    const { caps, arches, minKernel, extra } = filter;
    const json = { ...compact({ caps, arches, minKernel }), ...extra };
    return Object.keys(json).length > 0 ? json : undefined;
}


/***/ }),

/***/ 6389:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nx: () => (/* binding */ lets),
/* harmony export */   Wh: () => (/* binding */ treatmentOf),
/* harmony export */   z2: () => (/* binding */ isDenyList)
/* harmony export */ });
/* harmony import */ var _errno_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(549);

/**
 * How resolved rules treat a call: allowed whatever its arguments, allowed for
 * some arguments (with the rules that say for which), or refused.
 *
 * This is the plain one of two models. It reads rules as a person would, names
 * the ones that decide, and is right for profiles that runtimes load as
 * written: a rule that does the same as the default is ignored, and the first
 * rule without conditions wins over all others. filter/load.ts is the exact
 * one: it follows libseccomp step by step, including the rules that libseccomp
 * drops or refuses. Use this one to choose rules for a profile of ours, or to
 * say which rule decided; use that one to compare two profiles, or to find out
 * whether one can be loaded.
 */
function treatmentOf(rules, name, byDefault) {
    const about = rules.filter(rule => rule.names.includes(name) && !isDefault(rule, byDefault));
    const bare = about.find(rule => rule.args.length === 0);
    if (bare !== undefined)
        return { kind: lets(bare) ? 'allowed' : 'refused' };
    const isOpen = isDenyList(byDefault);
    if (about.length === 0)
        return { kind: isOpen ? 'allowed' : 'refused' };
    return isOpen || about.some(lets)
        ? { kind: 'conditional', rules: about }
        : { kind: 'refused' };
}
function isDefault(rule, byDefault) {
    const { defaultAction, defaultErrno, defaultErrnoRet } = byDefault;
    if (rule.action !== defaultAction)
        return false;
    const hasErrno = ['SCMP_ACT_ERRNO', 'SCMP_ACT_TRACE'].includes(rule.action);
    return (!hasErrno ||
        (0,_errno_js__WEBPACK_IMPORTED_MODULE_0__/* .errnoOrEperm */ .h)(rule.errno, rule.errnoRet) ===
            (0,_errno_js__WEBPACK_IMPORTED_MODULE_0__/* .errnoOrEperm */ .h)(defaultErrno, defaultErrnoRet));
}
/** Whether a rule lets through the calls that it matches. */
function lets(rule) {
    return LETTING.has(rule.action);
}
/** Whether a profile lets through the calls that it does not list. */
function isDenyList({ defaultAction }) {
    return LETTING.has(defaultAction);
}
const LETTING = new Set(['SCMP_ACT_ALLOW', 'SCMP_ACT_LOG']);


/***/ }),

/***/ 85:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  QR: () => (/* binding */ fileInRepository),
  oB: () => (/* binding */ isAccepted),
  TN: () => (/* binding */ keyOf),
  o6: () => (/* binding */ openGitHub),
  it: () => (/* binding */ refusedBy),
  Q0: () => (/* binding */ trailOf)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/profile/parse.ts + 1 modules
var parse = __webpack_require__(2992);
// EXTERNAL MODULE: ./src/text/markdown.ts
var markdown = __webpack_require__(6590);
;// CONCATENATED MODULE: ./src/github/base/unread.ts

/**
 * The base cannot be read. The message is a sentence part without its full
 * stop, safe in Markdown.
 */
class Unread extends Error {
    name = 'Unread';
}
/** A commit as people write it. */
const shortId = (sha) => sha.slice(0, 7);
/** The same in a sentence. */
const commitSpan = (sha) => (0,markdown/* codeSpan */.SS)(shortId(sha));

;// CONCATENATED MODULE: ./src/github/base/sources.ts


/** @throws Unread */
async function contentAt({ local, remote }, commit, path) {
    return ((await local?.content(commit, path)) ??
        (await remote?.content(commit, path)) ??
        lacking(`${(0,markdown/* codeSpan */.SS)(path)} of the commit ${commitSpan(commit)}`));
}
/** @throws Unread */
async function mergeBaseOf({ local, remote }, base, head) {
    return ((await local?.mergeBase(base, head)) ??
        (await remote?.mergeBase(base, head)) ??
        lacking(`the merge base of ${commitSpan(base)} and ${commitSpan(head)}`));
}
/**
 * The files that a change deleted or renamed.
 *
 * @param ours the commit that is checked out
 * @param theirs the one that the event is about, which GitHub knows
 * @throws Unread
 */
async function movesSince({ local, remote }, commit, { ours, theirs }) {
    return ((ours === undefined ? undefined : await local?.moves(commit, ours)) ??
        (await remote?.moves(commit, theirs)) ??
        lacking(`all files of the commit ${commitSpan(commit)}`));
}
/**
 * The head of a branch. GitHub comes first here: a checkout that is kept for
 * later jobs can have an old one.
 *
 * @throws Unread
 */
async function headOfBranch({ local, remote }, branch) {
    const kept = async () => local?.remoteBranch(branch);
    try {
        return ((await (remote?.branch(branch) ?? kept())) ??
            lacking(`the branch ${(0,markdown/* codeSpan */.SS)(branch)}`));
    }
    catch (error) {
        const head = error instanceof Unread && remote ? await kept() : undefined;
        if (head === undefined)
            throw error;
        return head;
    }
}
function lacking(what) {
    throw new Unread(`git does not have ${what}, and there is no \`github-token\` to ask GitHub with`);
}

;// CONCATENATED MODULE: ./src/github/base/commit.ts


/**
 * Whether the merge of a pull request's head with its base is checked out: what
 * actions/checkout takes by default ("Events that trigger workflows",
 * `pull_request`, docs.github.com). Its first parent is the base.
 */
const isMergeOf = (start, { head, parents }) => start.kind === 'pull request' &&
    head !== start.head &&
    parents?.length === 2 &&
    parents[1] === start.head;
/**
 * The commit that a change starts from.
 *
 * @throws Unread
 */
async function startingCommit(start, out, sources) {
    const { head, parents, sha } = out;
    if (start.kind === 'pull request') {
        const [first] = parents ?? [];
        if (isMergeOf(start, out) && first !== undefined)
            return first;
        if (head === undefined || head === start.head) {
            return mergeBaseOf(sources, start.base.sha, start.head);
        }
        throw new Unread(parents
            ? `${commitSpan(head)} is checked out, which is neither the head of the pull request nor its merge with the base`
            : `git cannot read the commit ${commitSpan(head)}, which is checked out`);
    }
    if (head !== undefined && head !== sha) {
        throw new Unread(`${commitSpan(head)} is checked out, but the event is about ${commitSpan(sha)}`);
    }
    switch (start.kind) {
        case 'push':
            return start.before;
        case 'merge group':
            return start.base.sha;
        case 'new branch': {
            const base = await headOfBranch(sources, start.defaultBranch);
            return mergeBaseOf(sources, base, sha);
        }
    }
}
/** What people know the base by. */
function nameOf(start) {
    switch (start.kind) {
        case 'push':
            return shortId(start.before);
        case 'new branch':
            return start.defaultBranch;
        case 'pull request':
        case 'merge group':
            return start.base.name;
    }
}

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
;// CONCATENATED MODULE: ./src/github/base/content.ts

/** No profile is larger; larger files are not read. */
const MAX_BYTES = 4 * 1024 * 1024;
const ABSENT = { kind: 'absent' };
const IRREGULAR = {
    kind: 'unfit',
    why: 'is not a regular file'
};
const TOO_LARGE = {
    kind: 'unfit',
    why: 'is larger than 4 MiB'
};
/** The content of a regular file. */
function contentOf(bytes) {
    if (bytes.length > MAX_BYTES)
        return TOO_LARGE;
    return (0,external_node_buffer_.isUtf8)(bytes)
        ? { kind: 'text', text: bytes.toString() }
        : { kind: 'unfit', why: 'is not text in UTF-8' };
}
/** Whether a mode tells of a regular file: inode(7), "S_IFMT". */
const isRegular = (mode) => (mode & 0o170000) === 0o100000;

;// CONCATENATED MODULE: ./src/github/base/local.ts


/** Reads commits, trees and files, and believes only what fits its ID. */
function createLocal(objects) {
    return {
        async parents(commit) {
            const [found] = await objects.read([commit]);
            return found && headers(found, 'parent');
        },
        async content(commit, path) {
            return contentIn(await objects.read(namesOf(commit, path)), path);
        },
        mergeBase: (a, b) => mergeBase(objects, a, b),
        moves: (base, head) => readMoves(objects, base, head),
        versions: (base, head, path) => readVersions(objects, base, head, path),
        remoteBranch: name => objects.refAt(`refs/remotes/origin/${name}`)
    };
}
/** A commit, and all that lies between it and a file: gitrevisions(7). */
function namesOf(commit, path) {
    const parts = path.split('/');
    const along = parts.map((_, i) => parts.slice(0, i + 1).join('/'));
    return [commit, ...['', ...along].map(name => `${commit}:${name}`)];
}
/**
 * The content of a path, if each object on the way to it is the one that the
 * object before it names.
 *
 * @param chain the objects of `namesOf`
 */
function contentIn([commit, ...chain], path) {
    let oid = commit && headers(commit, 'tree')[0];
    const parts = path.split('/');
    for (const [i, part] of parts.entries()) {
        const tree = chain[i];
        if (oid === undefined || tree?.oid !== oid || !tree.body)
            return undefined;
        const entry = entryOf(tree.body, part, oid.length / 2);
        if (!entry)
            return ABSENT;
        const isLast = i === parts.length - 1;
        if (!isLast && entry.mode !== DIRECTORY)
            return ABSENT;
        if (isLast && !isRegular(entry.mode))
            return IRREGULAR;
        oid = entry.oid;
    }
    const blob = chain.at(-1);
    if (blob?.oid !== oid || blob?.type !== 'blob')
        return undefined;
    return blob.body ? contentOf(blob.body) : TOO_LARGE;
}
const DIRECTORY = 0o40000;
/**
 * An entry of a tree: mode, space, name, NUL, ID ("Tree Objects" in Pro Git,
 * "Git Internals").
 */
function entryOf(tree, name, idLength) {
    const wanted = Buffer.from(name);
    for (let at = 0; at < tree.length;) {
        const space = tree.indexOf(' ', at);
        const end = tree.indexOf(0, space);
        if (space < 0 || end < 0)
            return undefined;
        const next = end + 1 + idLength;
        if (wanted.equals(tree.subarray(space + 1, end))) {
            const mode = parseInt(tree.toString('latin1', at, space), 8);
            return { mode, oid: tree.toString('hex', end + 1, next) };
        }
        at = next;
    }
    return undefined;
}
/** The headers of a commit with this name. */
function headers({ type, body }, name) {
    if (type !== 'commit' || !body)
        return [];
    const end = body.indexOf('\n\n');
    const text = body.toString('utf8', 0, end < 0 ? body.length : end);
    return text
        .split('\n')
        .filter(line => line.startsWith(`${name} `))
        .map(line => line.slice(name.length + 1));
}
/** More commits between two branches than this are not checked. */
const MAX_COMMITS = 5000;
/**
 * The merge base. The commits between it and both are read, too: one that was
 * forged could have any parents.
 */
async function mergeBase(objects, a, b) {
    const found = await objects.run(['merge-base', a, b]);
    const base = /^([0-9a-f]+)\n/.exec(found.stdout)?.[1];
    if (found.exitCode !== 0 || base === undefined)
        return undefined;
    const limit = `--max-count=${MAX_COMMITS + 1}`;
    const walk = await objects.run(['rev-list', limit, a, b, `^${base}`]);
    const between = walk.stdout.split('\n').filter(line => line !== '');
    if (walk.exitCode !== 0 || between.length > MAX_COMMITS)
        return undefined;
    const commits = await objects.read(between);
    return commits.every(commit => commit !== undefined) ? base : undefined;
}
/** More files than this are not compared with each other, but by their IDs. */
const MAX_RENAMES = 400;
async function readMoves(objects, base, head) {
    const format = ['--raw', '-z', '--no-ext-diff', '--no-textconv'];
    const renames = ['-r', '-M', `-l${MAX_RENAMES}`, '--diff-filter=DR'];
    const range = [base, head, '--'];
    const diff = ['diff-tree', ...format, ...renames, ...range];
    const { exitCode, stdout } = await objects.run(diff);
    return exitCode === 0 ? parseMoves(stdout) : undefined;
}
/** git-diff-tree(1), "RAW OUTPUT FORMAT", with -z. */
function parseMoves(raw) {
    const fields = raw.split('\0');
    const moves = [];
    for (let at = 0; at + 1 < fields.length;) {
        const isRename = /^:.* R\d+$/.test(fields[at] ?? '');
        const from = fields[at + 1] ?? '';
        moves.push({ from, to: isRename ? fields[at + 2] : undefined });
        at += isRename ? 3 : 2;
    }
    return moves;
}
/** The report has no room for more. */
const MAX_VERSIONS = 50;
async function readVersions(objects, base, head, path) {
    const limit = `--max-count=${MAX_VERSIONS}`;
    const range = [head, `^${base}`, '--', path];
    const { exitCode, stdout } = await objects.run(['rev-list', limit, ...range]);
    // Parents that git does not have end it.
    if (exitCode !== 0)
        return [];
    const commits = stdout.split('\n').filter(line => line !== '');
    const chains = commits.map(commit => namesOf(commit, path));
    const found = await objects.read(chains.flat());
    const versions = [];
    for (const [i, commit] of commits.entries()) {
        const size = chains[i]?.length ?? 0;
        const chain = found.slice(i * size, (i + 1) * size);
        const content = contentIn(chain, path);
        if (!chain[0] || !content)
            return [];
        const text = content.kind === 'text' ? content.text : undefined;
        versions.push({ commit, author: authorOf(chain[0]), text });
    }
    return versions;
}
const MAX_AUTHOR = 100;
function authorOf(commit) {
    const [author = ''] = headers(commit, 'author');
    const name = author.replace(/ ?<[^<]*$/, '');
    return (0,markdown/* shortened */.vI)((0,markdown/* oneLine */.TN)(name), MAX_AUTHOR - 1);
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
var promises_default = /*#__PURE__*/__webpack_require__.n(promises_);
// EXTERNAL MODULE: ./src/github/change.ts
var change = __webpack_require__(6975);
// EXTERNAL MODULE: ./src/github/git.ts
var github_git = __webpack_require__(6891);
;// CONCATENATED MODULE: ./src/github/base/objects.ts





/**
 * What holds for every command: no settings but ours, so no program that a file
 * names; no requests, not even for what a partial clone lacks; no object in
 * place of another (git(1), "Environment Variables"; GIT_NO_LAZY_FETCH since
 * git 2.45).
 */
const ENVIRONMENT = {
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_NO_LAZY_FETCH: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_LITERAL_PATHSPECS: '1',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null'
};
/**
 * Opens the objects of the checkout that a directory is in. git reads them
 * through an empty repository of our own: the checkout's `.git` belongs to
 * earlier steps, and on a self-hosted runner to earlier jobs. Its settings,
 * replaced objects, grafts, remotes and the boundary of a shallow history play
 * no part.
 *
 * @param like an id of the same repository
 * @param temporary a directory for the empty repository
 * @returns undefined if git cannot say where they are
 */
async function openObjects(git, directory, { like, temporary }) {
    const inCheckout = (...args) => git(['-C', directory, 'rev-parse', ...args], {
        environment: {
            ...ENVIRONMENT,
            // The workspace may belong to another user than the runner's.
            ...(0,github_git/* gitSettings */.U)([['safe.directory', '*']])
        }
    });
    const asked = await inCheckout('--git-path', 'objects');
    if (asked.exitCode !== 0)
        return undefined;
    const objects = external_node_path_default().resolve(directory, asked.stdout.replace(/\n$/, ''));
    const own = await emptyRepository(temporary, like);
    const run = (args, options = {}) => git(['-C', own, ...args], {
        ...options,
        environment: {
            ...options.environment,
            ...ENVIRONMENT,
            // A file in the objects' directory can claim other parents.
            ...(0,github_git/* gitSettings */.U)([['core.commitGraph', 'false']]),
            HOME: own,
            XDG_CONFIG_HOME: own,
            GIT_DIR: own,
            GIT_OBJECT_DIRECTORY: objects
        }
    });
    return {
        run,
        read: names => readObjects(run, names),
        async refAt(ref) {
            const { stdout } = await inCheckout('--verify', '--quiet', ref);
            return /^([0-9a-f]{40,64})\n$/.exec(stdout)?.[1];
        },
        close: () => promises_default().rm(own, { recursive: true, force: true })
    };
}
/** gitrepository-layout(5): what makes a directory a repository. */
async function emptyRepository(temporary, like) {
    const own = await promises_default().mkdtemp(external_node_path_default().join(temporary, 'seccomp-lock-base-'));
    const hash = (0,change/* hashOf */.qQ)(like);
    await promises_default().mkdir(external_node_path_default().join(own, 'refs'));
    await promises_default().writeFile(external_node_path_default().join(own, 'HEAD'), 'ref: refs/heads/none\n');
    await promises_default().writeFile(external_node_path_default().join(own, 'config'), `[core]\nbare = true\nrepositoryformatversion = ${hash === 'sha1' ? '0' : `1\n[extensions]\nobjectFormat = ${hash}`}\n`);
    return own;
}
/** A directory of this size has a hundred thousand files. */
const MAX_TREE = 8 * 1024 * 1024;
/** For all objects that are read at once. */
const MAX_TOTAL = 64 * 1024 * 1024;
async function readObjects(run, names) {
    const headers = await readHeaders(run, names);
    const wanted = fitting(headers);
    const bodies = await readBodies(run, [...wanted]);
    return headers.map(header => {
        if (!header)
            return undefined;
        const { oid, type } = header;
        if (isLarge(header))
            return { oid, type, body: undefined };
        const body = bodies.get(oid);
        return body && (0,change/* objectId */.Tu)(type, body, oid) === oid
            ? { oid, type, body }
            : undefined;
    });
}
const isLarge = ({ type, size }) => size > (type === 'blob' ? MAX_BYTES : MAX_TREE);
/** The IDs of the objects that are read, in that order. */
function fitting(headers) {
    const wanted = new Set();
    let total = 0;
    for (const header of headers) {
        if (!header || isLarge(header) || wanted.has(header.oid))
            continue;
        total += header.size;
        if (total <= MAX_TOTAL)
            wanted.add(header.oid);
    }
    return wanted;
}
/** git-cat-file(1), "BATCH OUTPUT": one line for each name, in order. */
async function readHeaders(run, names) {
    if (names.some(name => name.includes('\n')))
        return names.map(() => undefined);
    const lines = [];
    for (const part of portions(names)) {
        const input = `${part.join('\n')}\n`;
        const { stdout } = await run(['cat-file', '--batch-check'], { input });
        const found = stdout.split('\n');
        lines.push(...part.map((_, i) => found[i] ?? ''));
    }
    return lines.map(parseHeader);
}
function parseHeader(line) {
    const match = /^([0-9a-f]{40,64}) (\w+) (\d+)$/.exec(line);
    const [, oid = '', type = '', size = ''] = match ?? [];
    return match ? { oid, type, size: Number(size) } : undefined;
}
/** The contents as git gives them; not checked. */
async function readBodies(run, ids) {
    const bodies = new Map();
    for (const part of portions(ids)) {
        const input = `${part.join('\n')}\n`;
        const { bytes } = await run(['cat-file', '--batch'], { input });
        for (let at = 0; at < bytes.length;) {
            const end = bytes.indexOf('\n', at);
            const header = parseHeader(bytes.subarray(at, end).toString());
            at = end + 1;
            if (end < 0)
                break;
            if (!header)
                continue;
            bodies.set(header.oid, bytes.subarray(at, at + header.size));
            at += header.size + 1;
        }
    }
    return bodies;
}
/** No more at once than a pipe takes: git may end before it reads them. */
const MAX_INPUT = 48 * 1024;
function portions(names) {
    const all = [];
    let room = 0;
    for (const name of names) {
        const length = Buffer.byteLength(name) + 1;
        if (length > room) {
            all.push([]);
            room = MAX_INPUT;
        }
        all.at(-1)?.push(name);
        room -= length;
    }
    return all;
}

// EXTERNAL MODULE: external "node:path/posix"
var posix_ = __webpack_require__(1535);
var posix_default = /*#__PURE__*/__webpack_require__.n(posix_);
;// CONCATENATED MODULE: ./src/github/base/origin.ts

/** No more files are read to find the old profile. */
const MAX_CANDIDATES = 20;
/** The file that was renamed to this one. */
const renamedTo = (moves, file) => moves.find(({ to }) => to === file)?.from;
/**
 * The files that may be an old profile, for a change that made this one: JSON
 * files that are gone. Those with its name come first, then the alphabet
 * decides.
 */
function candidates(moves, file) {
    const isNamesake = (other) => posix_default().basename(other) === posix_default().basename(file);
    const gone = moves.map(({ from }) => from).filter(isJson);
    return [
        ...gone.filter(isNamesake).sort(),
        ...gone.filter(other => !isNamesake(other)).sort()
    ].slice(0, MAX_CANDIDATES);
}
const isJson = (file) => file.endsWith('.json');

// EXTERNAL MODULE: ./src/github/fault.ts
var fault = __webpack_require__(7239);
;// CONCATENATED MODULE: ./src/github/base/remote.ts





/** The permission that reading needs. */
const NEED = 'contents: read';
/**
 * Reads through GitHub's API.
 *
 * @param signal its reason is thrown once it is aborted
 */
function createRemote(api, repository, signal) {
    const asking = async (ask) => {
        try {
            return await ask(await api());
        }
        catch (error) {
            signal.throwIfAborted();
            if (error instanceof Unread)
                throw error;
            throw new Unread((0,fault/* faultOf */.Kl)(error, NEED).why);
        }
    };
    return {
        content: (commit, path) => asking(client => readContent(client, repository, commit, path)),
        mergeBase: (base, head) => asking(async (client) => {
            const compared = await compare(client, repository, base, head);
            return compared.merge_base_commit.sha;
        }),
        moves: (base, head) => asking(async (client) => movesIn(await compare(client, repository, base, head))),
        branch: name => asking(client => readBranch(client, repository, name))
    };
}
/**
 * GraphQL, because the REST API gives the content of a link's target, and the
 * same 404 for a file and for a commit that is not there ("Get repository
 * content", docs.github.com).
 */
const FILE_QUERY = `
query File($owner: String!, $name: String!, $commit: GitObjectID!, $path: String!) {
  repository(owner: $owner, name: $name) {
    object(oid: $commit) {
      ... on Commit {
        file(path: $path) {
          mode
          oid
          object { ... on Blob { byteSize text } }
        }
      }
    }
  }
}`;
async function readContent(client, { owner, name }, commit, path) {
    const { repository } = await client.graphql(FILE_QUERY, {
        owner,
        name,
        commit,
        path
    });
    const entry = repository?.object?.file;
    if (entry === undefined)
        throw goneFrom(commit);
    if (entry === null)
        return ABSENT;
    const { oid, mode, object } = entry;
    if (!isRegular(mode))
        return IRREGULAR;
    if ((object?.byteSize ?? 0) > MAX_BYTES)
        return TOO_LARGE;
    const text = object?.text ?? '';
    // Long ones are cut off, and what is no UTF-8 is replaced.
    if ((0,change/* blobId */.zA)(text, oid) === oid)
        return { kind: 'text', text };
    return readBlob(client, { owner, name }, oid);
}
const goneFrom = (commit) => new Unread(`GitHub does not have the commit ${commitSpan(commit)}`);
/** "Get a blob", docs.github.com: of up to 100 MB, in Base64. */
async function readBlob(client, { owner, name: repo }, oid) {
    const { data } = await client.rest.git.getBlob({ owner, repo, file_sha: oid });
    const bytes = Buffer.from(data.content, 'base64');
    if ((0,change/* objectId */.Tu)('blob', bytes, oid) === oid)
        return contentOf(bytes);
    throw new Unread("GitHub's answer is not the file that was asked for");
}
async function compare(client, { owner, name: repo }, base, head) {
    const basehead = `${base}...${head}`;
    const { data } = await client.rest.repos.compareCommitsWithBasehead({
        // All files are on the first page, however few commits it has.
        owner,
        repo,
        basehead,
        page: 1,
        per_page: 1
    });
    return data;
}
/** GitHub names no more files of a comparison. */
const MAX_FILES = 300;
function movesIn({ files = [] }) {
    const renamed = files
        .filter(({ status }) => status === 'renamed')
        .map(({ filename, previous_filename: from = filename }) => ({
        from,
        to: filename
    }));
    const removed = files
        .filter(({ status }) => status === 'removed')
        .map(({ filename }) => ({ from: filename, to: undefined }));
    if (files.length < MAX_FILES)
        return [...renamed, ...removed];
    throw new Unread(`the change has more files than GitHub lists (${MAX_FILES}), so that the profile's old name is unknown`);
}
const BRANCH_QUERY = `
query BaseBranch($owner: String!, $name: String!, $ref: String!) {
  repository(owner: $owner, name: $name) {
    ref(qualifiedName: $ref) { prefix name target { oid } }
  }
}`;
async function readBranch(client, { owner, name }, branch) {
    const ref = `refs/heads/${branch}`;
    const { repository } = await client.graphql(BRANCH_QUERY, {
        owner,
        name,
        ref
    });
    const found = repository?.ref;
    // Without such a ref, GitHub finds a branch with that short name.
    if (found?.target && found.prefix + found.name === ref) {
        return found.target.oid;
    }
    throw new Unread(`GitHub does not have the branch ${(0,markdown/* codeSpan */.SS)(branch)}`);
}

;// CONCATENATED MODULE: ./src/github/base/lineage.ts










/**
 * Reads the profile that a change starts from, and its versions since: from git
 * if it has them, else by GitHub's API. If both do not have it or refuse, the
 * base is unread and says why.
 */
async function readLineage(start, subject, asked) {
    if (start.kind === 'none') {
        return { base: start, versions: [], head: undefined, isMerge: false };
    }
    const { git, api, repository, temporary, signal } = asked;
    const { head: like, directory } = subject;
    const objects = like === undefined
        ? undefined
        : await openObjects(git, directory, { like, temporary }).catch(() => undefined);
    try {
        const lineage = await readAll(start, subject, {
            local: objects && createLocal(objects),
            remote: api && createRemote(api, repository, signal)
        });
        signal.throwIfAborted();
        return lineage;
    }
    finally {
        await objects?.close();
    }
}
async function readAll(start, subject, sources) {
    const { head, sha, profile } = subject;
    const { local } = sources;
    const parents = head === undefined ? undefined : await local?.parents(head);
    const out = { head, sha, parents };
    const isMerge = isMergeOf(start, out);
    const base = await orUnread(start, async () => {
        const commit = await startingCommit(start, out, sources);
        const file = await readFile(commit, subject, sources);
        return { kind: 'read', name: nameOf(start), commit, file };
    });
    // Who has just refused is not asked again.
    const left = base.kind === 'read' ? sources : { local, remote: undefined };
    return {
        base,
        versions: await versionsSince(base, subject, local),
        head: isMerge ? await textAt(left, sha, profile) : undefined,
        isMerge
    };
}
async function orUnread(start, read) {
    try {
        return await read();
    }
    catch (error) {
        return { kind: 'unread', name: nameOf(start), why: whyOf(error) };
    }
}
/** Why it is unread; a run that was told to stop is not a reason. */
function whyOf(error) {
    if (error instanceof errors/* Cancelled */.cJ)
        throw error;
    return error instanceof Unread ? error.message : (0,markdown/* codeSpan */.SS)((0,errors/* messageOf */.bD)(error));
}
async function versionsSince(base, { head, profile }, local) {
    return base.kind === 'read' && head !== undefined && local
        ? local.versions(base.commit, head, profile)
        : [];
}
/** The text of a file; undefined if it is not known. */
async function textAt(sources, commit, path) {
    try {
        const content = await contentAt(sources, commit, path);
        return content.kind === 'unfit'
            ? undefined
            : { text: content.kind === 'text' ? content.text : undefined };
    }
    catch (error) {
        whyOf(error);
        return undefined;
    }
}
/**
 * The profile in a commit, which may be there under another name: the file that
 * the change renamed to ours, or else another profile that is gone.
 *
 * @throws Unread
 */
async function readFile(commit, { profile, head, sha }, sources) {
    const read = async (path) => ({
        path,
        content: await contentAt(sources, commit, path)
    });
    const same = fileOf(await read(profile), commit);
    if (same)
        return same;
    const moves = await movesSince(sources, commit, { ours: head, theirs: sha });
    const renamed = renamedTo(moves, profile);
    const before = renamed === undefined ? undefined : fileOf(await read(renamed), commit);
    if (before)
        return before;
    for (const path of candidates(moves, profile)) {
        const { content } = await read(path);
        if (content.kind === 'text' && isProfile(content.text, path)) {
            return { path, text: content.text };
        }
    }
    return undefined;
}
/** @throws Unread if it is there and is not a text */
function fileOf({ path, content }, commit) {
    if (content.kind === 'unfit') {
        const where = `${(0,markdown/* codeSpan */.SS)(path)} in ${commitSpan(commit)}`;
        throw new Unread(`${where} ${content.why}`);
    }
    return content.kind === 'text' ? { path, text: content.text } : undefined;
}
function isProfile(text, path) {
    try {
        (0,parse/* parseProfile */.j)(text, path);
        return true;
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo)
            return false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/github/checkout.ts


/**
 * The commit that the profile's directory is checked out from, which need not
 * be the workspace's root.
 *
 * @param profile the absolute path of the profile
 * @returns undefined if that is not a checkout, or git is missing
 */
async function readCheckout(git, profile) {
    const directory = external_node_path_default().dirname(profile);
    const { exitCode, stdout } = await git(['-C', directory, 'rev-parse', '--show-prefix', 'HEAD'], 
    // The workspace may belong to another user than the runner's.
    { environment: (0,github_git/* gitSettings */.U)([['safe.directory', '*']]) }).catch(() => NOTHING);
    const [, prefix, head] = /^(.*)\n([0-9a-f]{40,64})\n$/.exec(stdout) ?? [];
    if (exitCode !== 0 || prefix === undefined || head === undefined) {
        return undefined;
    }
    return { head, profile: `${prefix}${external_node_path_default().basename(profile)}` };
}
const NOTHING = { exitCode: 1, stdout: '' };

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./node_modules/@octokit/plugin-retry/dist-bundle/index.js
var dist_bundle = __webpack_require__(9735);
;// CONCATENATED MODULE: ./src/github/client.ts




const PATIENCE = {
    requestMs: 20_000,
    waitSeconds: 60,
    retries: 2,
    totalMs: 300_000,
    pauseMs: 1000
};
/**
 * A client that retries what failed by chance (5xx, connections, answers that
 * break off) and what GitHub wants to be asked later (429 and other limits), a
 * bounded number of times.
 *
 * @param token goes to GitHub only
 * @param options.apiUrl that of github.com, or of another GitHub server
 * @param options.signal no more requests once this is aborted
 */
async function createClient(token, { patience = PATIENCE, apiUrl = process.env['GITHUB_API_URL'] ?? 'https://api.github.com', signal = new AbortController().signal } = {}) {
    // It reads the event as it loads, so only after the event was checked.
    const { getOctokit } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 1758));
    const { requestMs, waitSeconds, retries, pauseMs, totalMs } = patience;
    const end = Date.now() + totalMs;
    const octokit = getOctokit(token, {
        baseUrl: apiUrl,
        log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
        retry: { retries, retryAfterBaseValue: pauseMs, doNotRetry: FINAL }
    }, 
    // The first plugin is the innermost: it sees each try.
    ({ hook }) => {
        hook.before('request', options => {
            signal.throwIfAborted();
            if (Date.now() > end)
                throw new Error('all requests together took too long');
            options.request = {
                ...options.request,
                signal: AbortSignal.any([signal, AbortSignal.timeout(requestMs)])
            };
        });
        hook.after('request', ({ status, data }, options) => {
            // Octokit takes a partial answer for a whole one, or returns it as
            // text.
            if (status === 204 || (typeof data === 'object' && data))
                return;
            throw Object.assign(new Error('the answer is incomplete or is not JSON'), {
                status: 500,
                request: options
            });
        });
        hook.error('request', error => {
            const seconds = (0,fault/* waitOf */.pE)(error);
            const isShort = (seconds) => seconds <= waitSeconds && Date.now() + seconds * 1000 < end;
            if (seconds !== undefined && isShort(seconds)) {
                const retryAfter = Math.ceil((seconds * 1000) / pauseMs);
                const { request } = error;
                request.request = { ...request.request, retries, retryAfter };
            }
            throw error;
        });
    }, dist_bundle/* retry */.L);
    return Object.assign(octokit, { pause: () => (0,external_node_timers_promises_.setTimeout)(pauseMs) });
}
/** Whatever matters is thrown. */
const quiet = () => undefined;
/** Retrying does not help with these, or the limit says when to retry. */
const FINAL = [400, 401, 403, 404, 410, 422, 429, 451];
/**
 * The repository that the workflow runs for.
 *
 * @throws UserError if the environment does not say
 */
function readRepository(environment) {
    const { GITHUB_REPOSITORY = '', GITHUB_SERVER_URL } = environment;
    const [, owner, name] = /^([\w.-]+)\/([\w.-]+)$/.exec(GITHUB_REPOSITORY) ?? [];
    if (owner === undefined || name === undefined) {
        throw new errors/* UserError */.yo(`GITHUB_REPOSITORY is not a repository: ${JSON.stringify(GITHUB_REPOSITORY)}`, {
            code: 'github',
            hint: 'GitHub Actions sets it; make sure that no step changes it.'
        });
    }
    return { owner, name, server: GITHUB_SERVER_URL ?? 'https://github.com' };
}

// EXTERNAL MODULE: ./src/github/marker.ts
var marker = __webpack_require__(4329);
// EXTERNAL MODULE: ./src/inputs/publishing.ts
var publishing = __webpack_require__(6292);
;// CONCATENATED MODULE: ./src/publish/github.ts









/**
 * Prepares for GitHub, before the tests can change anything.
 *
 * @param inputs the profile's absolute path, and where findings go
 */
async function openGitHub(publishing, target, { profile, sarifPath, workspace }, world) {
    const { environment, temporary, signal } = world;
    const git = (0,github_git/* createGit */.l)(world);
    const repository = readRepository(environment);
    const checkout = await readCheckout(git, profile);
    const newClient = () => createClient(publishing.token, { signal });
    // Each has its own: a client counts the time from its first request on,
    // and the tests run between these two.
    const [forBase, client] = [once(newClient), once(newClient)];
    const lineage = await readLineage(target.start, {
        directory: external_node_path_default().dirname(profile),
        profile: checkout?.profile ?? inWorkspace(environment, profile),
        head: checkout?.head,
        sha: target.sha
    }, {
        git,
        api: publishing.token === '' ? undefined : forBase,
        repository,
        temporary,
        signal
    });
    return {
        publishing,
        target,
        repository,
        run: (0,marker/* readRun */.cI)(environment, target.sha),
        checkout,
        lineage,
        client,
        git,
        sarif: sarifPath === undefined ? undefined : { file: sarifPath, workspace },
        log: world.log,
        temporary,
        signal
    };
}
/** The same promise, whoever asks for it. */
function once(make) {
    let made;
    return () => (made ??= make());
}
/** The profile's path in the workspace, which is the repository's root. */
const inWorkspace = ({ GITHUB_WORKSPACE: workspace = '.' }, profile) => external_node_path_default().relative(workspace, profile).split((external_node_path_default()).sep).join('/');
/** The profile's path in the repository, which can be below the workspace. */
const fileInRepository = ({ checkout }, inWorkspace) => checkout?.profile ?? inWorkspace;
/** What tells this job's comment from others. */
const keyOf = ({ publishing: { commentKey } }, inWorkspace) => commentKey || inWorkspace.slice(-publishing/* MAX_KEY */.t);
/** Where this run can be looked up, and what it tested. */
function trailOf(gitHub) {
    const { repository, run, target, lineage } = gitHub;
    const { server, owner, name } = repository;
    const { base, isMerge } = lineage;
    return {
        runUrl: run.id === 0
            ? undefined
            : `${server}/${owner}/${name}/actions/runs/${run.id}`,
        sha: target.sha,
        mergedInto: isMerge && base.kind !== 'none' ? base.name : undefined
    };
}
/**
 * Whether someone has just accepted the new profile of a pull request with a
 * label. A label that is there from before accepts nothing: it was set for
 * another commit.
 */
const isAccepted = ({ publishing: { acceptLabel }, target: { kind, label } }) => kind === 'pull request' &&
    acceptLabel !== '' &&
    label?.toLowerCase() === acceptLabel.toLowerCase();
/** An unforeseen error as a refusal: publishing does not fail a run. */
function refusedBy(error) {
    if (error instanceof errors/* Cancelled */.cJ)
        throw error;
    return { kind: 'refused', why: (0,markdown/* codeSpan */.SS)((0,errors/* messageOf */.bD)(error)) };
}


/***/ }),

/***/ 1453:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ createAuditRecorder)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
var promises_default = /*#__PURE__*/__webpack_require__.n(promises_);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/container/run.ts
var run = __webpack_require__(3042);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/host/abort.ts
var abort = __webpack_require__(7084);
// EXTERNAL MODULE: ./src/host/background.ts
var background = __webpack_require__(2048);
// EXTERNAL MODULE: ./src/host/files.ts
var files = __webpack_require__(3285);
// EXTERNAL MODULE: ./src/profile/serialize.ts
var serialize = __webpack_require__(8399);
// EXTERNAL MODULE: ./src/profile/treatment.ts
var treatment = __webpack_require__(6389);
;// CONCATENATED MODULE: ./src/recorders/audit/profile.ts


/**
 * Makes a profile that lets the same calls through and logs them: the kernel
 * makes an audit record of each call that SCMP_ACT_LOG lets through
 * (seccomp(2), `SECCOMP_RET_LOG`). Refused calls stay refused.
 *
 * @throws UserError if logging would change the profile's meaning
 */
function loggingProfile(profile) {
    const isOpen = (0,treatment/* isDenyList */.z2)(profile);
    if (isOpen)
        refuseExceptions(profile);
    return {
        ...profile,
        defaultAction: logging(profile.defaultAction),
        syscalls: profile.syscalls
            // Engines skip rules that do what the default does; libseccomp would
            // refuse them.
            .filter(rule => !(isOpen && (0,treatment/* lets */.Nx)(rule)))
            .map(rule => ({ ...rule, action: logging(rule.action) }))
    };
}
function logging(action) {
    return action === 'SCMP_ACT_ALLOW' ? 'SCMP_ACT_LOG' : action;
}
/**
 * If the default is SCMP_ACT_ALLOW or SCMP_ACT_LOG, a rule with the other of
 * the two can be an exception to a rule that refuses. If both became the same
 * action, the exception would be lost.
 */
function refuseExceptions({ defaultAction, syscalls }) {
    const refused = new Set(syscalls.filter(rule => !(0,treatment/* lets */.Nx)(rule)).flatMap(rule => rule.names));
    const exception = syscalls
        .filter(rule => (0,treatment/* lets */.Nx)(rule) && rule.action !== defaultAction)
        .flatMap(rule => rule.names)
        .find(name => refused.has(name));
    if (exception === undefined)
        return;
    throw new errors/* UserError */.yo(`the audit recorder cannot run a container under this profile: its rules both refuse and let through \`${exception}\`, and its default is ${defaultAction}`, {
        code: 'recording',
        hint: 'Keep one of the rules, or choose another recorder.'
    });
}

;// CONCATENATED MODULE: ./src/recorders/audit/reader.ts
/** The reader's first line: from then on it misses nothing. */
const READY = 'READY';
/**
 * The command that starts the reader of the kernel's audit records. The reader
 * prints `READY` and counts until its standard input closes, which also happens
 * when this process is killed. Then it prints one line, for `parseAuditReport`
 * (records.ts). If it cannot read the records, it says so on standard error and
 * exits with code 1.
 *
 * @param python the interpreter, Python 3.6 or later
 */
function auditReaderCommand(python) {
    // Isolated: root must not import a `json.py` from the working directory.
    return [python, '-I', '-c', PROGRAM];
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
const PROGRAM = String.raw `
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
`;

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./src/syscalls/numbers.ts + 1 modules
var numbers = __webpack_require__(3952);
// EXTERNAL MODULE: ./src/recorders/counts.ts
var recorders_counts = __webpack_require__(1691);
;// CONCATENATED MODULE: ./src/recorders/audit/records.ts



const count = dist/* pipe */.FsL(dist/* number */.aig(), dist/* integer */.ndf(), dist/* minValue */.Wwf(0));
/** A part of the audit system's status, linux/audit.h `audit_status`. */
const records_status = dist/* object */.Ikc({
    /** Records that the kernel has lost since it booted. */
    lost: count,
    /** Records a second; 0 means no limit. */
    rateLimit: count,
    /** Records that may wait; 0 means no limit. */
    backlogLimit: count
});
const report = dist/* object */.Ikc({
    /** The texts of records, each with the number of times that it arrived. */
    records: dist/* array */.YOg(dist/* tuple */.PVZ([dist/* string */.YjP(), count])),
    /** Records that were not counted, because too many were different. */
    unkept: count,
    /** Records that the kernel dropped, because the reader was too slow. */
    dropped: count,
    /** Whether the reader read all records made before it was told to end. */
    isWhole: dist/* boolean */.zMY(),
    before: records_status,
    after: records_status
});
/** Reads the last line of the reader. @throws ValiError, SyntaxError */
function parseAuditReport(line) {
    return dist/* parse */.qgA(report, JSON.parse(line));
}
/**
 * Counts the calls of one audit session in a report, and lists the losses.
 *
 * @param session the session's number, /proc/PID/sessionid
 * @param own the machine's architecture
 */
function countRecords({ records, ...rest }, session, own) {
    const counts = [];
    const strange = new Map();
    let unreadable = 0;
    for (const [text, count] of records) {
        const record = parseRecord(text);
        if (record === undefined) {
            unreadable += count;
            continue;
        }
        // A record with another code is about a refused call. A number below zero
        // is not a call, and the kernel does nothing for it.
        const { code, number, comm } = record;
        if (record.session !== session || code !== RET_LOG || number < 0)
            continue;
        const architecture = architectureOf(record.arch, number);
        if (architecture === undefined) {
            strange.set(record.arch, (strange.get(record.arch) ?? 0) + count);
            continue;
        }
        counts.push({
            name: (0,numbers/* syscallsByNumber */.$o)(architecture).get(number) ?? `#${number}`,
            architecture: architecture === own ? undefined : architecture,
            comm,
            count
        });
    }
    return {
        calls: (0,recorders_counts/* groupCalls */.nh)(counts),
        lost: [
            ...lossesOf(rest),
            ...(unreadable > 0
                ? [`${unreadable} seccomp audit records have an unknown form.`]
                : []),
            ...[...strange].map(([arch, times]) => `${times} calls belong to the unknown architecture 0x${arch}.`)
        ]
    };
}
/** SECCOMP_RET_LOG, linux/seccomp.h. */
const RET_LOG = '0x7ffc0000';
/**
 * kernel/auditsc.c, `audit_seccomp`. A name with a quote, a space or a byte
 * beyond ASCII in it is written in hexadecimal (`audit_log_untrustedstring`),
 * so that no program can write a field.
 */
const RECORD = /(?:^| )ses=(?<ses>\d+) (?:.* )?comm=(?:"(?<text>[^" ]*)"|(?<hex>(?:[0-9A-F]{2})+)|\(null\)) (?:.* )?arch=(?<arch>[0-9a-f]+) syscall=(?<number>-?\d+) (?:.* )?code=(?<code>0x[0-9a-f]+)\0?$/;
function parseRecord(text) {
    const fields = RECORD.exec(text)?.groups;
    if (fields === undefined)
        return undefined;
    const { ses, arch = '', number, code = '' } = fields;
    return {
        session: Number(ses),
        comm: fields['text'] ?? Buffer.from(fields['hex'] ?? '', 'hex').toString(),
        arch,
        number: Number(number),
        code
    };
}
/** linux/audit.h, `AUDIT_ARCH_*`. */
const ARCHITECTURE_OF = new Map([
    ['40000003', 'SCMP_ARCH_X86'],
    ['c000003e', 'SCMP_ARCH_X86_64'],
    ['40000028', 'SCMP_ARCH_ARM'],
    ['c00000b7', 'SCMP_ARCH_AARCH64'],
    ['80000016', 'SCMP_ARCH_S390X'],
    ['c0000015', 'SCMP_ARCH_PPC64LE'],
    ['c00000f3', 'SCMP_ARCH_RISCV64']
]);
function architectureOf(arch, number) {
    const architecture = ARCHITECTURE_OF.get(arch);
    return architecture === 'SCMP_ARCH_X86_64' && (0,numbers/* isX32 */.Ui)(number)
        ? 'SCMP_ARCH_X32'
        : architecture;
}
function lossesOf(report) {
    const { unkept, dropped, isWhole, before, after } = report;
    const lost = after.lost - before.lost;
    const { backlogLimit, rateLimit } = after;
    return [
        ...(dropped > 0
            ? [
                `The kernel dropped at least ${dropped} audit records, because they came faster than they could be read.`
            ]
            : []),
        ...(lost > 0
            ? [
                `The kernel's audit system lost ${lost} records: ${rateLimit > 0 ? `its rate limit is ${rateLimit} a second (auditctl -r 0 lifts it), ` : ''}its backlog limit is ${backlogLimit} (auditctl -b 8192 raises it).`
            ]
            : []),
        ...(lost < 0
            ? ['The count of lost audit records was reset during the recording.']
            : []),
        ...(unkept > 0
            ? [
                `${unkept} audit records were not counted, because the programs have too many different names.`
            ]
            : []),
        ...(isWhole ? [] : ['The last audit records did not arrive.'])
    ];
}

;// CONCATENATED MODULE: ./src/recorders/audit/session.ts

/**
 * Makes a command run in an audit session of its own: everything that it starts
 * keeps the session's number, which every audit record contains (`ses`).
 *
 * Setting the login user ID begins a session. Only an ID that is unset may be
 * set; unsetting it needs CAP_AUDIT_CONTROL, and the feature loginuid-immutable
 * forbids it (kernel/audit.c, `audit_set_loginuid` and
 * `audit_set_loginuid_perm`). An ID that was set stays as it was; if none was
 * set, the container's programs now see one, as on a machine with a login.
 *
 * @param argv a command, possibly run by `sudo -n`
 * @param file an existing file to write the session's number to
 * @param user the ID to set if none is set
 */
function loginCommand(argv, file, user) {
    // After sudo, because its own PAM session may set the login user ID.
    const before = argv[0] === 'sudo' && argv[1] === '-n' ? 2 : 0;
    return [
        ...argv.slice(0, before),
        '/bin/sh',
        '-c',
        LOGIN,
        'sh',
        file,
        String(user),
        ...argv.slice(before)
    ];
}
/** The file's content once the command has been started. */
const ENTERED = /^\d+\n$/;
const FAILED = 'seccomp-lock: no audit session:';
/**
 * The files in /proc have no line end, so `read` fails even when it has read;
 * 4294967295 is "unset"; 125 is what podman returns for failures of its own.
 */
const LOGIN = `
file=$1 user=$2
shift 2
unset=4294967295
fail() {
  echo "${FAILED} $1" >&2
  exit 125
}
read -r was </proc/self/loginuid || [ "$was" ] ||
  fail 'the kernel has no audit system'
if [ "$was" != $unset ]; then
  user=$was
  echo $unset >/proc/self/loginuid || fail 'the login user ID cannot be unset'
fi
echo "$user" >/proc/self/loginuid || fail 'the login user ID cannot be set'
read -r session </proc/self/sessionid || [ "$session" ]
[ "$session" != $unset ] || fail 'the kernel assigned no session number'
echo "$session" >"$file" || fail 'the session number cannot be written'
exec "$@"
`;
/** The failure of `loginCommand`, if standard error reports one. */
function explainLogin(stderr) {
    const failure = stderr
        .split('\n')
        .find(line => line.startsWith(FAILED))
        ?.slice(FAILED.length);
    if (failure === undefined)
        return undefined;
    return new errors/* UserError */.yo(`the container cannot get an audit session of its own:${failure}`, {
        code: 'recording',
        hint: 'It needs a kernel with CONFIG_AUDIT, and CAP_AUDIT_CONTROL where a login user ID is set (/proc/self/loginuid). With `loginuid_immutable` in `auditctl -s`, start the runner as a service, which has no login, or choose another recorder.'
    });
}

;// CONCATENATED MODULE: ./src/recorders/audit/recorder.ts












/**
 * Records with the kernel's audit records, for machines without BPF: the
 * container's profile logs the calls that it lets through, and the container
 * runs in an audit session of its own.
 *
 * If auditd or another listener stores audit records, it stores these as well:
 * one line per call.
 *
 * @param input.profile the profile that the container is to run under
 * @param input.logging makes the profile that the container really runs under,
 *   which logs the calls to be recorded; by default, all calls that are let
 *   through. It must log the `execve` that starts a container. It is called
 *   when a recording starts, which fails with the UserError that it throws
 */
function createAuditRecorder(host, input) {
    const { profile, logging = loggingProfile } = input;
    return {
        name: 'audit',
        start: start => startAudit(host, () => logging(profile), start)
    };
}
const BLIND = [
    'Calls that the filter refused produce no audit record, so they are unknown.',
    'Processes that `podman exec` or a health check started in the container are in another audit session, and were not recorded.',
    'A program that may log in again (pam_loginuid with CAP_AUDIT_CONTROL) leaves the audit session, and its later calls are not seen.'
];
/** How long the reader may take to end. */
const CLOSE_MS = 20_000;
async function startAudit(host, makeProfile, { scratch, signal }) {
    const profileFile = external_node_path_default().join(scratch, 'audit-profile.json');
    await promises_default().writeFile(profileFile, (0,serialize/* serializeProfile */.K)(makeProfile()));
    const sessionFile = external_node_path_default().join(scratch, 'audit-session');
    // If root made it, root's umask could make it unreadable for us.
    await promises_default().writeFile(sessionFile, '');
    const system = '/usr/bin/python3';
    const python = (await (0,files/* exists */.t2)(system)) ? system : 'python3';
    const command = auditReaderCommand(python);
    const reader = (0,background/* startBackground */.r)(host.sudo ? ['sudo', '-n', ...command] : command, host.environment);
    const close = async () => {
        reader.closeInput();
        if (await (0,abort/* within */.u)(reader.ended, CLOSE_MS))
            return;
        reader.kill('SIGKILL');
        reader.abandon();
    };
    try {
        if ((await nextLine(reader, signal)) !== READY)
            throw await notReady(reader);
    }
    catch (error) {
        await close();
        throw error;
    }
    return {
        options: (0,run/* underProfile */.k8)(profileFile),
        wrap: argv => loginCommand(argv, sessionFile, process.getuid?.() ?? 0),
        explain: stderr => Promise.resolve(explainLogin(stderr)),
        close,
        async finish() {
            const session = await promises_default().readFile(sessionFile, 'utf8');
            if (!ENTERED.test(session))
                throw notEntered();
            if (!reader.isRunning())
                throw await died(reader);
            reader.closeInput();
            const line = await nextLine(reader, signal);
            if (line === undefined)
                throw await died(reader);
            const { calls, lost } = countRecords(parseAuditReport(line), Number(session), host.architecture);
            if (calls.length === 0)
                throw noRecords(lost);
            const isStart = calls.some(({ name }) => /^execve(at)?$/.test(name));
            return {
                calls,
                denied: [],
                lost: [
                    ...lost,
                    ...(isStart
                        ? []
                        : [
                            'There is no `execve`, although every container starts with one.'
                        ])
                ],
                blind: BLIND
            };
        }
    };
}
async function nextLine({ lines }, signal) {
    const next = await (0,abort/* orAborted */.H)(lines.next(), signal);
    return next.value;
}
async function notReady(reader) {
    await reader.ended;
    return new errors/* UserError */.yo(`the kernel's audit records cannot be read: ${lastWords(reader)}`, {
        code: 'recording',
        hint: 'Reading them needs python3, root (a sudo that allows more than podman) with CAP_AUDIT_READ and CAP_AUDIT_CONTROL outside containers, and an audit system that passes on the calls that filters log: see `auditctl -s`, `auditctl -l`, and `sysctl kernel.seccomp.actions_logged`, which must contain `log`.'
    });
}
async function died(reader) {
    const how = (0,background/* howEnded */.f)(await reader.ended);
    return new errors/* UserError */.yo(`the reader of the audit records ended early, ${how}`, {
        code: 'recording',
        hint: `The recording is not complete, and nothing was written. ${lastWords(reader)}`.trim()
    });
}
/** The last line of its standard error: in a traceback, the exception. */
function lastWords(reader) {
    return reader.stderr().trim().split('\n').at(-1) ?? '';
}
function notEntered() {
    return new errors/* UserError */.yo('the container did not get an audit session of its own', {
        code: 'recording',
        hint: 'The log shows whether podman was started at all.'
    });
}
function noRecords(lost) {
    return new errors/* UserError */.yo('no audit record of the container arrived', {
        code: 'recording',
        hint: [
            ...lost,
            'Does `run-args` contain options that choose another seccomp profile, or none (`--privileged`)?'
        ].join('\n')
    });
}


/***/ }),

/***/ 3201:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ createBpftraceRecorder)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
var promises_default = /*#__PURE__*/__webpack_require__.n(promises_);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/host/abort.ts
var abort = __webpack_require__(7084);
// EXTERNAL MODULE: ./src/host/background.ts
var background = __webpack_require__(2048);
// EXTERNAL MODULE: ./src/syscalls/numbers.ts + 1 modules
var numbers = __webpack_require__(3952);
;// CONCATENATED MODULE: ./src/recorders/bpftrace/key.ts
/**
 * Expressions that tell the calls of 32-bit programs from the machine's own:
 * TS_COMPAT (arch/x86/include/asm/thread_info.h), TIF_32BIT
 * (arch/arm64/include/asm/thread_info.h). Other machines have nothing to tell
 * apart.
 */
const COMPAT = {
    SCMP_ARCH_X86_64: '(curtask->thread_info.status >> 1) & 1',
    SCMP_ARCH_AARCH64: '(curtask->thread_info.flags >> 22) & 1'
};
/** The bits of a call's number, including x32's; the bit below means 32-bit. */
const NUMBER_BITS = 31;
const NUMBER_MASK = 2 ** NUMBER_BITS - 1;
/** The number -1, which is not a call, cut to these bits. */
const NO_CALL = NUMBER_MASK;
/**
 * A bpftrace expression for the call that is being made, as one 64-bit number:
 * a key of one number is looked up a fifth faster than a key of three. It
 * contains the lower 32 bits of the cgroup's ID, which tell all live cgroups
 * apart (__kernfs_new_node in fs/kernfs/dir.c: the rest is a generation).
 */
function callKey(architecture) {
    const compat = COMPAT[architecture];
    return [
        '(cgroup << 32)',
        `((args->id & ${NUMBER_MASK}) << 1)`,
        ...(compat === undefined ? [] : [`(${compat})`])
    ].join(' | ');
}
/**
 * Decodes such a number.
 *
 * @param text in decimal, with or without a sign
 */
function readCallKey(text) {
    const key = BigInt.asUintN(64, BigInt(text));
    const low = Number(key & 0xffffffffn);
    const id = Math.floor(low / 2);
    return {
        cgroup: Number(key >> 32n),
        id: id === NO_CALL ? undefined : id,
        isCompat: low % 2 === 1
    };
}
/** A cgroup's part of a key; `text` is its ID in decimal. */
function cgroupKey(text) {
    return Number(BigInt.asUintN(32, BigInt(text)));
}
/**
 * Expressions for the name of the program that makes the call, its 16 bytes as
 * two numbers. As text, bpftrace 0.24 and later lose its blanks, and 0.23
 * writes bytes above 127 like the text that other versions write for them.
 */
const COMM_KEY = '((uint64 *)curtask->comm)[0], ((uint64 *)curtask->comm)[1]';
/** The machines that store a number's highest byte first. */
const BIG_ENDIAN = ['SCMP_ARCH_S390X'];
/**
 * Puts such a name together, up to its first null byte, as UTF-8.
 *
 * @param numbers in decimal, with or without a sign
 */
function readComm(numbers, architecture) {
    const bytes = Buffer.concat(numbers.map(text => {
        const word = Buffer.alloc(8);
        word.writeBigUInt64BE(BigInt.asUintN(64, BigInt(text)));
        return BIG_ENDIAN.includes(architecture) ? word : word.reverse();
    }));
    const end = bytes.indexOf(0);
    return bytes.subarray(0, end < 0 ? bytes.length : end).toString('utf8');
}

;// CONCATENATED MODULE: ./src/recorders/bpftrace/program.ts

/**
 * One program's calls are counted up to this number; more need not be known.
 */
const COUNT_LIMIT = 1000;
/** The greatest number of entries that the kernel keeps in each map. */
const MAX_KEYS = 65_536;
/** How much bpftrace reads of a cgroup's path, in bytes. */
const PATH_LENGTH = 127;
/** The line that says that every probe is attached. */
const READY = 'seccomp-lock: ready';
/**
 * Two ways to read a cgroup's path, each in a probe of its own, because 0.17
 * has no room for two texts in one. bpftrace 0.23.0 to 0.23.5 look for the path
 * at four times its offset in the event (bpftrace's pull request 4238); the
 * offset is 28, after all fields (`TRACE_EVENT(cgroup_mkdir)` in the kernel's
 * include/trace/events/cgroup.h). Each path shows which reading is correct: it
 * begins with a slash and has as many names as its cgroup's level.
 */
const PATHS = ['args->path', 'args->path - 84'];
/**
 * A program for bpftrace 0.17 and later that counts the calls of all processes
 * under a seccomp filter. sys_enter comes after seccomp has let the call
 * through (kernel/entry/common.c, syscall_trace_enter), so the program counts
 * the calls that the filter allowed, and none from before the filter was
 * loaded.
 *
 * Maps: `@cg` has the cgroups that were made, with each reading of their paths;
 * `@s` has calls by `callKey` and program; `@d` has refused calls by the same
 * and by the value returned. A call that was counted often enough is only
 * looked up, which costs half. decodeMaps reads the keys.
 *
 * @param comment a comment to put into the program
 * @param outerFilters how many filters already apply to this process, and so to
 *   the runtime
 */
function bpftraceProgram(input) {
    const { architecture, comment, outerFilters, denials } = input;
    const isFiltered = outerFilters === 0
        ? 'curtask->seccomp.mode == 2'
        : `curtask->seccomp.filter_count.counter > ${outerFilters}`;
    const key = `${callKey(architecture)}, ${COMM_KEY}`;
    return [
        ...(comment === undefined ? [] : [`// ${comment.replace(/\s/g, ' ')}`]),
        `BEGIN { printf("${READY}\\n"); }`,
        // The cgroup hierarchy with number 0 is version 2.
        ...PATHS.map(path => `tracepoint:cgroup:cgroup_mkdir /args->root == 0/ { @cg[args->id, args->level, str(${path})] = 1; }`),
        `tracepoint:raw_syscalls:sys_enter /${isFiltered} && @s[${key}] < ${COUNT_LIMIT}/ { @s[${key}]++; }`,
        ...(denials ? denialProbes(denials, isFiltered, key) : [])
    ].join('\n');
}
/**
 * A refused call has no sys_enter, but a sys_exit with the filter's errno. The
 * kernel can return the same errno for a call that it did carry out; such a
 * call is also in `@s`. That does not settle it for calls that the filter
 * allows only in part, so these are watched one by one.
 */
function denialProbes({ errnos, conditional }, isFiltered, key) {
    if (errnos.length === 0)
        return [];
    const isRefused = errnos.map(errno => `args->ret == -${errno}`).join(' || ');
    const probes = (side) => conditional.map(name => `tracepoint:syscalls:sys_${side}_${name}`).join(',');
    return [
        // A return from a signal handler has the number -1 and can have any result.
        `tracepoint:raw_syscalls:sys_exit /args->id >= 0 && (${isRefused}) && ${isFiltered}${conditional.length > 0 ? ' && @in[tid] == 0' : ''}/ { @d[${key}, args->ret] = count(); }`,
        ...(conditional.length > 0
            ? [
                `${probes('enter')} /${isFiltered}/ { @in[tid] = 1; }`,
                `${probes('exit')} /@in[tid]/ { delete(@in[tid]); }`
            ]
            : [])
    ];
}

;// CONCATENATED MODULE: ./src/recorders/bpftrace/cgroups.ts


/**
 * The cgroups in the program's map `@cg`, each with the correct reading of its
 * path. Empty also if no reading is correct.
 */
function madeCgroups(map = new Map()) {
    return [...map.keys()].flatMap(text => {
        const { id, level, path } = KEY.exec(text)?.groups ?? {};
        return id !== undefined &&
            path !== undefined &&
            isCorrect(path, Number(level))
            ? [{ key: cgroupKey(id), path }]
            : [];
    });
}
const KEY = /^(?<id>\d+),(?<level>\d+),(?<path>.*)$/s;
/** A cgroup at level 2 has a path such as `/a/b`. */
function isCorrect(path, level) {
    const names = path.split('/').length - 1;
    return (path.startsWith('/') && (isCutOff(path) ? names <= level : names === level));
}
/** Newer versions of bpftrace append two dots to a text that they cut off. */
function isCutOff(path) {
    return path.length >= PATH_LENGTH;
}
/**
 * The keys of a container's cgroups and of those that it made below them:
 * podman names them after the container's ID. A path that is cut off can still
 * have enough of the ID.
 */
function cgroupsOf(made, containerId) {
    const short = containerId.slice(0, 32);
    return new Set(made
        .filter(({ path }) => {
        const own = path.indexOf(short);
        const isCut = path.length - own < containerId.length;
        // The cgroup of its monitor is `libpod-conmon-ID.scope`.
        return (own > 0 &&
            !path.slice(0, own).endsWith('conmon-') &&
            (isCut || path.includes(containerId)));
    })
        .map(({ key }) => key));
}
/**
 * Why a container's cgroup is not among those that were made: bpftrace read no
 * path correctly, or cut paths off too early, or there was none.
 */
function whyUnseen(map = new Map()) {
    const made = madeCgroups(map);
    if (map.size > 0 && made.length === 0)
        return 'misread';
    return made.some(({ path }) => isCutOff(path)) ? 'cut off' : 'none';
}

// EXTERNAL MODULE: ./src/syscalls/architectures.ts
var architectures = __webpack_require__(302);
// EXTERNAL MODULE: ./src/recorders/counts.ts
var counts = __webpack_require__(1691);
;// CONCATENATED MODULE: ./src/recorders/bpftrace/output.ts






/**
 * Reads the maps that `bpftrace -f json` printed when it ended. It writes a
 * byte above 127 as `\uffffffc3`, the sign-extended byte in hexadecimal.
 *
 * @param lines one character per byte
 */
function decodeMaps(lines) {
    return new Map(lines
        .filter(line => line.startsWith('{"type": "map"'))
        .flatMap(line => {
        const text = line.replace(/\\(?:uffffff([0-9a-f]{2})|[^])/g, (escape, byte) => byte === undefined ? escape : `\\u00${byte}`);
        const { data } = JSON.parse(text);
        return Object.entries(data);
    })
        .map(([name, entries]) => [name, new Map(Object.entries(entries))]));
}
/**
 * The losses that bpftrace reports: events, or map entries that could not be
 * written (`helper_error`, from 0.24 on).
 *
 * @param lines the output of `bpftrace -f json`
 * @returns a sentence for each kind
 */
function lossesOf(lines) {
    return ['lost_events', 'helper_error'].flatMap(type => {
        const found = lines.filter(line => line.startsWith(`{"type": "${type}"`));
        return found.length === 0
            ? []
            : [`bpftrace reported losses (${type}: ${found.length})`];
    });
}
/**
 * Reads the calls of one container from the maps.
 *
 * @param watched the calls whose refusals were watched one by one
 */
function observationOf(maps, containerId, architecture, watched = []) {
    const cgroups = cgroupsOf(madeCgroups(maps.get('@cg')), containerId);
    const entries = (map) => [...(maps.get(map) ?? [])].flatMap(([text, count]) => {
        const groups = KEYS[map].exec(text)?.groups;
        if (!groups)
            return [];
        const { call = '', first = '', second = '', errno } = groups;
        const key = readCallKey(call);
        return cgroups.has(key.cgroup) && key.id !== undefined
            ? [
                {
                    ...callOf(key, key.id, architecture),
                    comm: readComm([first, second], architecture),
                    count,
                    errno
                }
            ]
            : [];
    });
    const calls = (0,counts/* groupCalls */.nh)(entries('@s').map(entry => ({
        ...entry,
        atLeast: entry.count >= COUNT_LIMIT
    })));
    const made = new Set(calls.map(counts/* keyOf */.TN));
    const refused = entries('@d').filter(call => (watched.includes(call.name) && !call.architecture) ||
        !made.has((0,counts/* keyOf */.TN)(call)));
    return {
        isSeen: cgroups.size > 0,
        calls,
        denied: (0,counts/* uniteDenied */.rD)(refused.map(({ errno, name, architecture, ...program }) => ({
            name,
            architecture,
            programs: [program],
            errno: Number(errno)
        }))),
        lost: [
            ...[...maps]
                .filter(([, map]) => map.size >= MAX_KEYS)
                .map(([name]) => `bpftrace's map ${name} was full at ${MAX_KEYS} entries, so further ones were dropped`),
            ...Object.entries(KEYS)
                .map(([name, pattern]) => ({
                name,
                strange: [...(maps.get(name)?.keys() ?? [])].find(text => !pattern.test(text))
            }))
                .filter(({ strange }) => strange !== undefined)
                .map(({ name, strange }) => `bpftrace's map ${name} has a key that its program cannot have written: ${JSON.stringify(strange)}`)
        ]
    };
}
/** The form of the keys in the maps that count calls. */
const KEYS = {
    '@s': /^(?<call>-?\d+),(?<first>-?\d+),(?<second>-?\d+)$/,
    '@d': /^(?<call>-?\d+),(?<first>-?\d+),(?<second>-?\d+),-(?<errno>\d+)$/
};
function callOf({ isCompat }, number, own) {
    const [compat, x32] = architectures/* SUB_ARCHITECTURES */.I[own] ?? [];
    const architecture = isCompat ? compat : (0,numbers/* isX32 */.Ui)(number) ? x32 : undefined;
    const table = (0,numbers/* syscallsByNumber */.$o)(architecture ?? own);
    return {
        name: table.get(number) ?? `#${number}`,
        ...(architecture && { architecture })
    };
}

;// CONCATENATED MODULE: ./src/recorders/bpftrace/recorder.ts








/**
 * Records with bpftrace: exactly the calls that pass the container's filter.
 *
 * @param denials which refused calls to watch, if any; watching slows down
 *   every call of the container further
 * @param options.mayNotStart whether the filter may refuse the calls that start
 *   the container
 */
function createBpftraceRecorder(host, denials, { mayNotStart = false } = {}) {
    return {
        name: 'bpftrace',
        start: start => startBpftrace(host, denials, mayNotStart, start)
    };
}
/**
 * Longer paths of cgroups are cut off: more does not fit on the BPF stack
 * beside the rest. Each setting is here under its older and its newer name.
 */
const SETTINGS = {
    BPFTRACE_STRLEN: String(PATH_LENGTH + 1),
    BPFTRACE_MAX_STRLEN: String(PATH_LENGTH + 1),
    BPFTRACE_MAP_KEYS_MAX: String(MAX_KEYS),
    BPFTRACE_MAX_MAP_KEYS: String(MAX_KEYS)
};
const ROOTLESS_HINT = " A rootless podman makes one only if the runner's cgroup is delegated to its user: see docs/runner.md, or set `podman: root`.";
/** How long bpftrace may take to attach, and to print its maps. */
const LIMIT_MS = 60_000;
async function startBpftrace(host, denials, mayNotStart, { scratch, signal }) {
    const { architecture, sudo, environment } = host;
    const program = bpftraceProgram({
        architecture,
        // It shows whose program this is, in case we are killed.
        comment: scratch,
        outerFilters: await outerFilters(),
        denials: denials && {
            ...denials,
            // A probe that does not exist would be an error.
            conditional: denials.conditional.filter(name => Object.hasOwn((0,numbers/* syscallNumbers */.Q3)(architecture), name))
        }
    });
    // bpftrace ends with its child, which ends when its input closes, because we
    // close it or because we are gone. Versions up to 0.17 can miss a signal, and
    // only root may send one.
    const command = ['bpftrace', '-f', 'json', '-c', '/bin/cat', '-e', program];
    const settings = Object.entries(SETTINGS).map(pair => pair.join('='));
    const tracer = (0,background/* startBackground */.r)(sudo ? ['sudo', '-n', ...settings, ...command] : command, { ...environment, ...SETTINGS });
    const close = async () => {
        tracer.closeInput();
        if (await (0,abort/* within */.u)(tracer.ended, LIMIT_MS))
            return;
        tracer.kill('SIGKILL');
        if (!(await (0,abort/* within */.u)(tracer.ended, 5_000)))
            tracer.abandon();
    };
    let lines;
    try {
        await (0,abort/* orAborted */.H)(withinLimit(untilReady(tracer), 'attach'), signal);
        // Read all the time: a full pipe would block bpftrace.
        lines = rest(tracer);
    }
    catch (error) {
        void rest(tracer);
        await close();
        throw error;
    }
    return {
        options: [],
        wrap: argv => argv,
        explain: () => Promise.resolve(undefined),
        close,
        async finish(containerId) {
            if (!tracer.isRunning())
                throw await died(tracer);
            const missed = await missedEvents(tracer.pid);
            tracer.closeInput();
            const printed = await withinLimit(lines, 'print what it recorded');
            const { code } = await tracer.ended;
            if (code !== 0)
                throw await died(tracer);
            const maps = decodeMaps(printed);
            const { isSeen, calls, denied, lost } = observationOf(maps, containerId, architecture, denials?.conditional);
            if (!isSeen)
                throw notSeen(maps, containerId, host);
            return {
                calls,
                denied,
                lost: [
                    ...lost,
                    ...lossesOf(printed),
                    ...(mayNotStart || calls.some(({ name }) => name.startsWith('execve'))
                        ? []
                        : [
                            'bpftrace saw no `execve`, although every container starts with one'
                        ]),
                    ...(missed ? [missedSentence(missed)] : [])
                ],
                blind: missed === undefined
                    ? [
                        'bpftrace runs through sudo here, so it is unknown whether the kernel skipped events.'
                    ]
                    : []
            };
        }
    };
}
function notSeen(maps, containerId, host) {
    const what = `the cgroup of the container ${containerId.slice(0, 12)}`;
    switch (whyUnseen(maps.get('@cg'))) {
        case 'misread':
            return new errors/* UserError */.yo(`bpftrace cannot read the paths of cgroups here, so it did not find ${what}`, {
                code: 'recording',
                hint: 'Install another version of bpftrace, or set another `recorder`.'
            });
        case 'cut off':
            return new errors/* UserError */.yo(`bpftrace did not see ${what}: some cgroup paths are longer than the ${PATH_LENGTH} bytes that it reads`, {
                code: 'recording',
                hint: 'Start the runner in a cgroup nearer to the root, or set another `recorder`.'
            });
        case 'none':
            return new errors/* UserError */.yo(`bpftrace did not see ${what}`, {
                code: 'recording',
                hint: `The container must have a cgroup (version 2) of its own: leave \`--cgroups\` and \`--cgroup-parent\` out of \`run-args\`.${host.rootless ? ROOTLESS_HINT : ''}`
            });
    }
}
/**
 * How many filters apply to this process, proc_pid_status(5), since Linux 5.9.
 */
async function outerFilters() {
    const status = await promises_default().readFile('/proc/self/status', 'utf8');
    return Number(/^Seccomp_filters:\s*(\d+)/m.exec(status)?.[1] ?? 0);
}
/** Reads its output until it says that its probes are attached. */
async function untilReady(tracer) {
    for (;;) {
        const line = await tracer.lines.next();
        if (line.done)
            throw await died(tracer);
        if (line.value.includes(READY))
            return line;
    }
}
async function rest({ lines }) {
    const all = [];
    for (;;) {
        const { value, done } = await lines.next();
        if (done)
            return all;
        all.push(value);
    }
}
async function withinLimit(work, what) {
    const done = await (0,abort/* within */.u)(work, LIMIT_MS);
    if (done !== undefined)
        return done;
    throw new errors/* UserError */.yo(`bpftrace did not ${what} within ${LIMIT_MS / 1000} s`, {
        code: 'recording',
        hint: 'The runner is overloaded: run the job again.'
    });
}
async function died(tracer) {
    const how = (0,background/* howEnded */.f)(await tracer.ended);
    const lastWords = tracer
        .stderr()
        .split('\n')
        .filter(line => line !== '' && !line.includes('RLIMIT_MEMLOCK'))
        .slice(-6)
        .join('\n');
    return new errors/* UserError */.yo(`bpftrace ended early, ${how}`, {
        code: 'recording',
        hint: `The recording is not complete, and nothing was written.${lastWords === '' ? '' : ` It printed:\n${lastWords}`}`
    });
}
/**
 * How many events the kernel skipped for a process's BPF programs, because
 * another one was running on the same CPU (trace_call_bpf in
 * kernel/trace/bpf_trace.c; `recursion_misses` in the file descriptor's
 * /proc/PID/fdinfo). Undefined if we may not look.
 */
async function missedEvents(pid) {
    const directory = `/proc/${pid ?? 'self'}/fdinfo`;
    try {
        const files = await promises_default().readdir(directory);
        const texts = await Promise.all(files.map(file => promises_default().readFile(`${directory}/${file}`, 'utf8').catch(() => '')));
        const misses = texts.flatMap(text => /^recursion_misses:\s*(\d+)/m.exec(text)?.[1] ?? []);
        return misses.length === 0
            ? undefined
            : misses.reduce((sum, count) => sum + Number(count), 0);
    }
    catch {
        return undefined;
    }
}
function missedSentence(count) {
    return `the kernel skipped ${count} events, because another BPF program was running on the same CPU`;
}


/***/ }),

/***/ 5926:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ chooseRecorders),
/* harmony export */   s: () => (/* binding */ recordersOfAuto)
/* harmony export */ });
/* harmony import */ var _checks_check_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4669);
/* harmony import */ var _checks_trouble_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4290);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3916);
/* harmony import */ var _known_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1299);




/**
 * Finds the recorders that work on this machine. `auto` takes bpftrace, which
 * sees what the filter would see, checked by the hook if that also works;
 * otherwise the hook, otherwise the kernel's audit records, otherwise strace.
 * Any other choice means that recorder or none.
 *
 * @param recorders all of them
 * @param failed the ones that turned out not to work
 * @throws UserError that lists what was tried
 */
async function chooseRecorders(wanted, recorders, failed = []) {
    const tried = new Map(failed.map(({ name, why }) => [name, why]));
    const groups = wanted === 'auto' ? AUTO : [[wanted]];
    for (const group of groups) {
        const left = group.flatMap(name => recorders.filter(r => r.name === name && !tried.has(name)));
        const checks = await Promise.all(left.map(r => r.preflight()));
        const working = left.filter((_, index) => (0,_checks_check_js__WEBPACK_IMPORTED_MODULE_3__/* .works */ .N)(checks[index] ?? []));
        for (const [index, recorder] of left.entries()) {
            if (working.includes(recorder))
                continue;
            tried.set(recorder.name, (0,_checks_trouble_js__WEBPACK_IMPORTED_MODULE_0__/* .troubles */ .d)(checks[index] ?? []));
        }
        const [first, second] = working;
        if (first)
            return { first, second, failed: listed(tried) };
    }
    throw nothingWorks(wanted, listed(tried));
}
/**
 * The groups that `auto` tries, the best first: it records with the recorders
 * of the first group in which any work.
 */
const AUTO = [...Map.groupBy(_known_js__WEBPACK_IMPORTED_MODULE_2__/* .RECORDER_NAMES */ .a, name => _known_js__WEBPACK_IMPORTED_MODULE_2__/* .ABOUT */ .O[name].rank)]
    .sort(([a], [b]) => a - b)
    .map(([, group]) => group);
/** The recorders that `auto` would use if these work. */
function recordersOfAuto(working) {
    return (AUTO.map(group => group.filter(name => working.includes(name))).find(group => group.length > 0) ?? []);
}
function listed(tried) {
    return [...tried].map(([name, why]) => ({ name, why }));
}
function nothingWorks(wanted, failed) {
    const lines = failed.flatMap(({ name, why }) => [
        `- ${name}:`,
        ...why.map(line => `    ${line}`)
    ]);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(wanted === 'auto'
        ? 'nothing can record system calls on this runner'
        : `the recorder ${wanted} cannot work on this runner`, {
        code: 'runner',
        hint: `Tried:\n${lines.join('\n')}\nscripts/setup-runner.sh (\`setup: install\`) fixes most of this; \`mode: doctor\` shows everything.${wanted === 'auto' ? '' : ' `recorder: auto` uses what works.'}`
    });
}


/***/ }),

/***/ 1691:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   bO: () => (/* binding */ uniteCalls),
/* harmony export */   nh: () => (/* binding */ groupCalls),
/* harmony export */   rD: () => (/* binding */ uniteDenied)
/* harmony export */ });
/* unused harmony export sumPrograms */
/**
 * Turns counts into recorded calls, sorted, with the busiest programs first.
 */
function groupCalls(counts) {
    return uniteCalls([...counts].map(({ name, architecture, ...program }) => ({
        name,
        architecture,
        programs: [program]
    })));
}
/** Makes one entry for each call, sorted, with the busiest programs first. */
function uniteCalls(sightings) {
    return [...Map.groupBy(sightings, keyOf)]
        .sort(([a], [b]) => compare(a, b))
        .flatMap(([, same]) => same.slice(0, 1).map(({ name, architecture }) => ({
        name,
        ...(architecture && { architecture }),
        programs: sumPrograms(same.flatMap(({ programs }) => programs))
    })));
}
/**
 * Does the same for refused calls, separately for each errno, the lowest first.
 */
function uniteDenied(sightings) {
    return [...Map.groupBy(sightings, ({ errno }) => errno)]
        .sort(([a], [b]) => a - b)
        .flatMap(([errno, same]) => uniteCalls(same).map(call => ({ ...call, errno })));
}
/** A key that tells calls apart. */
function keyOf({ name, architecture }) {
    return `${name} ${architecture ?? ''}`;
}
/** Adds up the counts of each program. */
function sumPrograms(counts) {
    const sums = new Map();
    for (const { comm, count, atLeast = false } of counts) {
        const sum = sums.get(comm);
        sums.set(comm, {
            count: (sum?.count ?? 0) + count,
            atLeast: (sum?.atLeast ?? false) || atLeast
        });
    }
    return [...sums]
        .map(([comm, { count, atLeast }]) => ({
        comm,
        count,
        ...(atLeast && { atLeast })
    }))
        .sort((a, b) => b.count - a.count || compare(a.comm, b.comm));
}
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}


/***/ }),

/***/ 1299:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ ABOUT),
  a: () => (/* binding */ RECORDER_NAMES)
});

;// CONCATENATED MODULE: ./src/recorders/audit/about.ts
const audit = {
    name: 'audit',
    called: "the kernel's audit records",
    sees: 'allowed',
    rank: 1,
    slow: 'a program that does nothing but system calls takes about 25 times as long.',
    rootOnly: 'only root may give a container an audit session of its own'
};

;// CONCATENATED MODULE: ./src/recorders/bpftrace/about.ts
const bpftrace = {
    name: 'bpftrace',
    called: 'bpftrace',
    sees: 'allowed',
    rank: 0
};

;// CONCATENATED MODULE: ./src/recorders/hook/about.ts
const hook = {
    name: 'hook',
    called: 'oci-seccomp-bpf-hook',
    sees: 'set-up',
    rank: 0,
    rootOnly: 'its hooks run as the user, who may not load BPF programs'
};

;// CONCATENATED MODULE: ./src/recorders/strace/about.ts
const strace = {
    name: 'strace',
    called: 'strace',
    sees: 'tried',
    rank: 2,
    slow: 'a program that does nothing but system calls takes several hundred times as long.',
    rootOnly: 'under strace it cannot use newuidmap, which is setuid'
};

;// CONCATENATED MODULE: ./src/recorders/known.ts




/** The recorders, the best first. */
const KNOWN = [bpftrace, hook, audit, strace];
const RECORDER_NAMES = KNOWN.map(({ name }) => name);
/** The facts about each recorder that hold on any machine. */
const ABOUT = Object.fromEntries(KNOWN.map(about => [about.name, about]));


/***/ }),

/***/ 8289:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ checkRecorder),
  i: () => (/* binding */ createRecorders)
});

// EXTERNAL MODULE: ./src/host/answer.ts
var host_answer = __webpack_require__(2610);
;// CONCATENATED MODULE: ./src/checks/rootless.ts

const BY_ROOT = 'Set `podman: root`, or leave it out.';
/** Why a recorder cannot record a rootless podman's containers. */
function rootlessCheck(reason) {
    return {
        name: 'podman',
        state: 'missing',
        found: `is rootless: ${reason}`,
        fix: BY_ROOT
    };
}
/** Whether a rootless podman's container gets a cgroup, to be known by. */
async function checkRootlessCgroup({ environment }) {
    const format = '{{.Host.CgroupsVersion}} {{.Host.CgroupManager}}';
    const answer = await (0,host_answer/* ask */.k)(['podman', 'info', '--format', format], environment);
    return rootlessCgroupCheck(answer.ok ? answer.stdout : '');
}
/**
 * What the version and the manager of cgroups, as a rootless podman names them
 * (`v2 systemd`), mean for the check.
 */
function rootlessCgroupCheck(text) {
    const name = 'cgroup v2';
    const [version = '', manager = ''] = text.trim().split(' ');
    if (version !== 'v2') {
        return {
            name,
            state: 'missing',
            found: version === ''
                ? 'podman does not say which version it has'
                : `podman has ${version}, where a rootless container has no cgroup of its own`,
            fix: `Boot with systemd.unified_cgroup_hierarchy=1. Or: ${BY_ROOT}`
        };
    }
    if (manager === 'systemd') {
        return { name, state: 'ok', found: 'v2, made by systemd' };
    }
    return {
        name,
        state: 'weak',
        found: `v2, made by ${manager}: works only if the runner's cgroup is delegated to its user`,
        fix: 'Give the user a systemd session: `loginctl enable-linger`, and XDG_RUNTIME_DIR in the environment of the runner.'
    };
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
var promises_default = /*#__PURE__*/__webpack_require__.n(promises_);
// EXTERNAL MODULE: ./src/checks/privileges.ts
var checks_privileges = __webpack_require__(1805);
// EXTERNAL MODULE: ./src/checks/program.ts
var checks_program = __webpack_require__(9489);
;// CONCATENATED MODULE: ./src/recorders/audit/check.ts




/** The login user ID before any login; anyone may set it once. */
const UNSET = '4294967295';
/**
 * Checks that the kernel reports each call that a filter tells it to log,
 * seccomp(2).
 */
function auditChecks(files) {
    return [
        { name: 'kernel audit', ...kernelAudit(files) },
        { name: 'logged actions', ...loggedActions(files.actionsLogged) }
    ];
}
function kernelAudit({ loginuid, commandLine, canRead, canControl }) {
    if (loginuid === undefined) {
        return {
            state: 'missing',
            found: 'this kernel has no audit system (no /proc/self/loginuid)',
            fix: 'Boot a kernel with CONFIG_AUDIT=y; distribution kernels have it.'
        };
    }
    // The kernel's admin-guide/kernel-parameters, `audit=`.
    const off = /(?:^|\s)audit=(?:0|off)(?=\s|$)/.exec(commandLine ?? '')?.[0];
    if (off !== undefined) {
        return {
            state: 'missing',
            found: `the kernel was booted with ${off.trim()}`,
            fix: `Boot without ${off.trim()}.`
        };
    }
    if (!canRead) {
        return {
            state: 'missing',
            found: 'root lacks CAP_AUDIT_READ here',
            fix: 'Run the runner outside a container, or start its container with --cap-add=AUDIT_READ.'
        };
    }
    if (!canControl && loginuid.trim() !== UNSET) {
        return {
            state: 'missing',
            found: 'root lacks CAP_AUDIT_CONTROL here, and a login user ID is set',
            fix: 'Run the runner as a service, which has no login, or start its container with --cap-add=AUDIT_CONTROL.'
        };
    }
    return { state: 'ok', found: 'on' };
}
function loggedActions(text) {
    if (text === undefined) {
        return {
            state: 'missing',
            found: 'this kernel has no /proc/sys/kernel/seccomp/actions_logged',
            fix: 'Boot Linux 4.14 or later with CONFIG_SECCOMP_FILTER=y.'
        };
    }
    const actions = text.trim().split(/\s+/);
    if (actions.includes('log')) {
        return { state: 'ok', found: actions.join(' ') };
    }
    const wanted = [...actions, 'log'].join(' ').trim();
    return {
        state: 'missing',
        found: `without log: ${actions.join(' ') || 'none'}`,
        fix: `sudo sysctl -w kernel.seccomp.actions_logged='${wanted}'`
    };
}
/** Checks the shell, which gives a container an audit session of its own. */
async function checkShell(machine) {
    const shell = '/bin/sh';
    const argv = (0,checks_program/* asRoot */.tE)(machine, [shell, '-c', ':']);
    const answer = await (0,host_answer/* ask */.k)(argv, machine.environment);
    return answer.ok
        ? { name: 'sh', state: 'ok', found: shell }
        : { name: 'sh', ...(0,checks_program/* refusal */.x5)(machine, shell, answer) };
}
/** Checks everything that the audit recorder needs. */
async function checkAudit(machine) {
    const read = (file) => promises_default().readFile(file, 'utf8').catch(() => undefined);
    const [loginuid, actionsLogged, commandLine, privileges, python] = await Promise.all([
        read('/proc/self/loginuid'),
        read('/proc/sys/kernel/seccomp/actions_logged'),
        read('/proc/cmdline'),
        (0,checks_privileges/* readPrivileges */.Hj)(machine.sudo),
        (0,checks_program/* findProgram */.Kp)(machine, '/usr/bin/python3')
    ]);
    return [
        ...auditChecks({
            loginuid,
            actionsLogged,
            commandLine,
            canRead: (0,checks_privileges/* canHave */.PC)(privileges, 'CAP_AUDIT_READ'),
            canControl: (0,checks_privileges/* canHave */.PC)(privileges, 'CAP_AUDIT_CONTROL')
        }),
        ...(await Promise.all([
            (0,checks_program/* checkProgram */.nf)(machine, {
                program: python ?? 'python3',
                package: 'python3'
            }).then(({ check }) => check),
            checkShell(machine)
        ]))
    ];
}

// EXTERNAL MODULE: ./src/recorders/audit/recorder.ts + 4 modules
var recorder = __webpack_require__(1453);
// EXTERNAL MODULE: ./src/checks/kernel.ts
var kernel = __webpack_require__(8896);
// EXTERNAL MODULE: ./src/checks/version.ts
var checks_version = __webpack_require__(6585);
;// CONCATENATED MODULE: ./src/recorders/bpftrace/check.ts




/** A setting that sudo must pass on to bpftrace, as the recorder sets it. */
const BPFTRACE_SETTINGS = ['BPFTRACE_STRLEN=128'];
/** Adds to the program's check whether its version has been tested. */
function bpftraceCheck({ check, version }) {
    if (version === undefined || !(0,checks_version/* isBefore */.Y)(version, [0, 17, 0]))
        return check;
    return {
        ...check,
        state: 'weak',
        found: `${check.found}: older than 0.17, the oldest version that is tested`,
        fix: 'Install a newer version: Debian 12, Ubuntu 24.04 and Fedora have one.'
    };
}
/** Checks everything that recording with bpftrace needs. */
async function checkBpftrace(machine) {
    return Promise.all([
        (0,checks_program/* checkProgram */.nf)(machine, {
            program: 'bpftrace',
            package: 'bpftrace',
            settings: BPFTRACE_SETTINGS
        }).then(bpftraceCheck),
        (0,kernel/* checkBtf */.PH)(),
        (0,kernel/* checkTracefs */.P_)(),
        machine.rootless ? checkRootlessCgroup(machine) : (0,kernel/* checkCgroup2 */.DS)(),
        (0,kernel/* checkLockdown */.uy)()
    ]);
}

// EXTERNAL MODULE: ./src/recorders/bpftrace/recorder.ts + 4 modules
var bpftrace_recorder = __webpack_require__(3201);
// EXTERNAL MODULE: ./src/host/packages.ts
var host_packages = __webpack_require__(1725);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
;// CONCATENATED MODULE: ./src/recorders/hook/program.ts






/** The annotation that triggers the tracing hook. */
const ANNOTATION = 'io.containers.trace-syscall';
/** The default directories for hooks, containers.conf(5) `hooks_dir`. */
const HOOK_DIRECTORIES = [
    '/usr/share/containers/oci/hooks.d',
    '/etc/containers/oci/hooks.d'
];
/**
 * The directories where podman looks for hooks when it runs as root. The last
 * of its configuration files that sets them wins, containers.conf(5).
 */
async function hookDirectories({ sudo, environment }) {
    const files = await configurationFiles(
    // sudo does not pass it on.
    sudo ? undefined : environment['CONTAINERS_CONF']);
    const texts = await Promise.all(files.map(file => promises_default().readFile(file, 'utf8').catch(() => '')));
    return texts.map(parseHooksDir).findLast(Boolean) ?? HOOK_DIRECTORIES;
}
async function configurationFiles(only) {
    if (only)
        return [only];
    const extra = '/etc/containers/containers.conf.d';
    const names = await promises_default().readdir(extra).catch(() => []);
    return [
        '/usr/share/containers/containers.conf',
        '/etc/containers/containers.conf',
        ...names
            .filter(name => name.endsWith('.conf'))
            .sort()
            .map(name => external_node_path_default().join(extra, name))
    ];
}
/** The `hooks_dir` that a containers.conf(5) sets, if any. */
function parseHooksDir(text) {
    const uncommented = text.replace(/^\s*#.*$/gm, '');
    const list = /^\s*hooks_dir\s*=\s*\[([^\]]*)\]/m.exec(uncommented)?.[1];
    if (list === undefined)
        return undefined;
    return [...list.matchAll(/"([^"]*)"|'([^']*)'/g)].map(([, double, single]) => double ?? single ?? '');
}
/** The hook that an engine finds first in these directories. */
async function findHook(directories) {
    for (const directory of directories) {
        const names = await promises_default().readdir(directory).catch(() => []);
        for (const name of names.filter(n => n.endsWith('.json')).sort()) {
            const file = external_node_path_default().join(directory, name);
            const text = await promises_default().readFile(file, 'utf8').catch(() => '');
            const program = parseHook(text);
            if (program === undefined)
                continue;
            return { file, program, isExecutable: await (0,checks_program/* isExecutable */.TV)(program) };
        }
    }
    return undefined;
}
const hookSchema = dist/* object */.Ikc({
    hook: dist/* object */.Ikc({ path: dist/* string */.YjP() }),
    when: dist/* object */.Ikc({ annotations: dist/* record */.g1P(dist/* string */.YjP(), dist/* string */.YjP()) })
});
/**
 * The program in a hook's configuration, oci-hooks(5), if the hook is the
 * tracing hook.
 */
function parseHook(text) {
    try {
        const { hook, when } = dist/* parse */.qgA(hookSchema, JSON.parse(text));
        // The key is a regular expression, with its dots escaped.
        const keys = Object.keys(when.annotations).join('\n');
        return keys.replaceAll('\\', '').includes(ANNOTATION)
            ? hook.path
            : undefined;
    }
    catch {
        return undefined;
    }
}
/** The hook's version, from the program itself or from its package. */
async function hookVersion(program, { environment }) {
    const format = '--showformat=${Version}';
    const answers = await Promise.all([
        (0,host_answer/* ask */.k)([program, '-version'], environment),
        (0,host_answer/* ask */.k)(['rpm', '--query', '--queryformat=%{VERSION}', '--file', program], environment),
        (0,host_answer/* ask */.k)(['dpkg-query', '--search', program], environment).then(owner => owner.ok
            ? (0,host_answer/* ask */.k)(['dpkg-query', '--show', format, HOOK_PACKAGE], environment)
            : owner)
    ]);
    return answers
        .filter(({ ok }) => ok)
        .map(({ stdout }) => (0,checks_version/* parseVersion */.o)(stdout))
        .find(version => version !== undefined);
}
/** The name of its package in all distributions. */
const HOOK_PACKAGE = 'oci-seccomp-bpf-hook';
/** The shared libraries that a program lacks, ldd(1). */
async function missingLibraries(program, { environment }) {
    const { stdout } = await (0,host_answer/* ask */.k)(['ldd', program], environment);
    return parseMissingLibraries(stdout);
}
/** The libraries that ldd(1) did not find. */
function parseMissingLibraries(text) {
    return [...text.matchAll(/^\s*(\S+) => not found$/gm)].flatMap(([, name]) => name ?? []);
}

;// CONCATENATED MODULE: ./src/recorders/hook/check.ts




/**
 * Checks the hook's version against the kernel's. Up to 1.2.10 it does not wait
 * for the runtime's prctl(2); up to 1.2.11 its BPF program does not fit kernels
 * from about 6.19 on. Release 1.3.0 of containers/oci-seccomp-bpf-hook fixes
 * both.
 *
 * @param kernel its release, `uname -r`
 */
function hookCheck(program, version, kernel) {
    const name = 'hook';
    const fix = 'Install 1.3.0 or later (https://github.com/containers/oci-seccomp-bpf-hook/releases), or install bpftrace as well.';
    if (version === undefined) {
        return { name, state: 'ok', found: `version unknown, ${program}` };
    }
    const found = `${version.join('.')}, ${program}`;
    const release = (0,checks_version/* parseVersion */.o)(kernel);
    const isNewKernel = release !== undefined && !(0,checks_version/* isBefore */.Y)(release, [6, 19, 0]);
    if ((0,checks_version/* isBefore */.Y)(version, [1, 3, 0]) && isNewKernel) {
        return {
            name,
            state: 'weak',
            found: `${found}: too old for the kernel ${kernel}; it may fail to compile, or read a wrong field`,
            fix
        };
    }
    if ((0,checks_version/* isBefore */.Y)(version, [1, 2, 11])) {
        return {
            name,
            state: 'weak',
            found: `${found}: also records calls that only the runtime's set-up makes`,
            fix
        };
    }
    return { name, state: 'ok', found };
}
/** The check of the libraries that the hook needs. */
function librariesCheck(missing, { installBcc, install }) {
    if (missing.length === 0) {
        return { name: 'BCC', state: 'ok', found: 'no library is missing' };
    }
    return {
        name: 'BCC',
        state: 'missing',
        found: `the hook's libraries are missing: ${missing.join(', ')}`,
        fix: missing.some(name => name.startsWith('libbcc.')) ? installBcc : install
    };
}
async function checkHookProgram(machine) {
    const directories = await hookDirectories(machine);
    const hook = await findHook(directories);
    const install = await (0,host_packages/* installCommand */.Je)(HOOK_PACKAGE);
    if (!hook?.isExecutable) {
        const found = hook
            ? `${hook.file} names ${hook.program}, which is not an executable program`
            : `no hook for ${ANNOTATION} in ${directories.join(' or ')}`;
        return [{ name: 'hook', state: 'missing', found, fix: install }];
    }
    const [version, libraries, installBcc] = await Promise.all([
        hookVersion(hook.program, machine),
        missingLibraries(hook.program, machine),
        (0,host_packages/* installCommand */.Je)('bcc')
    ]);
    return [
        hookCheck(hook.program, version, machine.kernel),
        librariesCheck(libraries, { installBcc, install })
    ];
}
/** Checks everything that recording with oci-seccomp-bpf-hook needs. */
async function checkHook(machine) {
    const groups = await Promise.all([
        checkHookProgram(machine),
        (0,kernel/* checkHeaders */.ZZ)(machine.kernel),
        (0,kernel/* checkTracefs */.P_)(),
        (0,kernel/* checkLockdown */.uy)()
    ]);
    return groups.flat();
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/profile/normalize.ts
var normalize = __webpack_require__(7474);
// EXTERNAL MODULE: ./src/profile/parse.ts + 1 modules
var parse = __webpack_require__(2992);
;// CONCATENATED MODULE: ./src/recorders/hook/profile.ts



/**
 * Turns the profile that oci-seccomp-bpf-hook wrote into an observation.
 * Conditions on the arguments of `socket`, which only newer versions of the
 * hook write, are ignored, so that the result does not depend on the version.
 *
 * @throws UserError if something else wrote it
 */
function observationOf(text) {
    const profile = (0,normalize/* normalizeProfile */.LP)((0,parse/* parseProfile */.j)(text, "the hook's profile"));
    const names = (0,normalize/* sortedUnique */.Z$)(profile.syscalls
        .filter(rule => rule.action === 'SCMP_ACT_ALLOW')
        .flatMap(rule => rule.names));
    const odd = names.find(name => !/^[a-z0-9_]+$/.test(name));
    if (odd !== undefined) {
        throw new errors/* UserError */.yo(`the recording names ${JSON.stringify(odd)}, which is not a system call`, {
            code: 'recording',
            hint: 'Something other than the hook wrote this file: run the job again.'
        });
    }
    const has = (name) => names.includes(name);
    const losses = [
        [
            !has('execve'),
            `the hook saw no \`execve\` among ${names.length} system calls`
        ],
        [
            !has('exit') && !has('exit_group'),
            `the hook saw no \`exit\` or \`exit_group\` among ${names.length} system calls`
        ],
        [
            has('unshare'),
            'the tests used `unshare`, and the hook does not follow a process into another mount namespace'
        ]
    ];
    return {
        calls: names.map(name => ({ name, programs: [] })),
        denied: [],
        lost: losses.filter(([is]) => is).map(([, sentence]) => sentence),
        blind: BLIND
    };
}
/**
 * Limits that the hook's source shows: oci-seccomp-bpf-hook.go and ebpf.go of
 * 1.2.8 to 1.3.0.
 */
const BLIND = [
    "The hook cannot tell the runtime's calls from the tests', who made a call, or which calls were refused.",
    'The hook does not report lost events, and sees nothing after the first thread of the container has ended.'
];

// EXTERNAL MODULE: ./src/host/processes.ts
var processes = __webpack_require__(327);
;// CONCATENATED MODULE: ./src/recorders/hook/tracer.ts

/**
 * The hook's tracing process for one output path, which is on its command line
 * (`oci-seccomp-bpf-hook -r PID -o PATH -i ''`).
 *
 * @returns its process ID, or undefined if there is none
 */
async function findTracer(output) {
    const tracer = (await (0,processes/* listProcesses */.O3)()).find(({ argv }) => argv[1] === '-r' && argv[3] === '-o' && argv[4] === output);
    return tracer?.pid;
}
const POLL_MS = 500;
/** A tracing process that has existed for this long has attached. */
const ATTACHED_MS = 12_000;
/** A tracing process that has not been seen for this long is gone. */
const GONE_MS = 3_000;
/** Looks for the tracing process until it has attached, or until stopped. */
function watchTracer(output) {
    let firstSeen;
    let lastSeen = 0;
    let isLooking = false;
    const timer = setInterval(() => {
        if (isLooking)
            return;
        isLooking = true;
        const look = findTracer(output).then(pid => {
            isLooking = false;
            if (pid === undefined)
                return;
            lastSeen = Date.now();
            firstSeen ??= lastSeen;
            if (lastSeen - firstSeen > ATTACHED_MS)
                clearInterval(timer);
        });
        // If /proc cannot be read, there is nothing to see.
        look.catch(() => undefined);
    }, POLL_MS);
    timer.unref();
    return {
        crashed: () => Date.now() - lastSeen > GONE_MS,
        stop: () => {
            clearInterval(timer);
        }
    };
}

;// CONCATENATED MODULE: ./src/recorders/hook/recorder.ts








/**
 * Records with oci-seccomp-bpf-hook, which runs as a hook of the OCI runtime
 * and traces from the runtime's set-up of the container on.
 *
 * @param graceMs how long the file may be missing when no process exists that
 *   could write it. A tracer that ends within this time is not missed: the file
 *   is read again after its end
 */
function createHookRecorder(host, graceMs = 3_000) {
    return {
        name: 'hook',
        start: start => startHook(host, start, graceMs)
    };
}
async function startHook({ kernel }, { scratch, signal }, graceMs) {
    const output = external_node_path_default().join(scratch, 'profile.json');
    const stderrFile = external_node_path_default().join(scratch, 'hook.stderr');
    // The hook splits its annotation at `;`, podman's older versions at `,`.
    if (/[;,"]/.test(output) || output !== output.trim()) {
        throw new errors/* UserError */.yo(`the hook cannot write to ${output}: the path contains a semicolon, a comma or a quote`, {
            code: 'recording',
            hint: 'Give the runner a temporary directory (RUNNER_TEMP) without these characters.'
        });
    }
    // If it does not exist, crun makes it, for root alone.
    await promises_default().writeFile(stderrFile, '');
    const watch = watchTracer(output);
    return {
        options: [
            `--annotation=${ANNOTATION}=of:${output}`,
            // crun writes the hooks' output to this file; runc quotes it in its
            // error.
            `--annotation=run.oci.hooks.stderr=${stderrFile}`
        ],
        wrap: argv => argv,
        async finish(_, finishedAt) {
            const text = await wholeFile(output, graceMs, signal);
            const { mtimeMs } = await promises_default().stat(output);
            const observation = observationOf(text);
            if (finishedAt - mtimeMs < EARLY_MS)
                return observation;
            const seconds = ((finishedAt - mtimeMs) / 1000).toFixed(1);
            const early = `the hook stopped ${seconds} s before the container ended, because its first thread had ended`;
            return { ...observation, lost: [...observation.lost, early] };
        },
        explain: async (stderr) => {
            const byHook = await promises_default().readFile(stderrFile, 'utf8').catch(() => '');
            return explainHook({
                printed: `${stderr}\n${byHook}`,
                crashed: watch.crashed(),
                kernel
            });
        },
        close: async () => {
            watch.stop();
            await awaitEnd(output);
        }
    };
}
/** The hook and the engine see a container end less than this apart. */
const EARLY_MS = 1_000;
/*
 * The hook's tracer compiles with clang when the container starts, and if that
 * takes more than 10 s the hook kills it and the container does not start. It
 * writes its file only when it has read the event of the end of the container's
 * first thread, and ends after that. No measurement is behind the times below;
 * each says what it has to cover.
 */
const recorder_POLL_MS = 50;
/**
 * The file must have stayed the same for this long before it counts as whole,
 * or as cut off. It has to be longer than the time between making the file and
 * filling it, and than several looks.
 */
const SETTLE_MS = 200;
/**
 * How long the hook may write after the container has ended: on a busy machine
 * it still has many events to read. If it loses the last event it never ends,
 * and this ends the waiting.
 */
const DEADLINE_MS = 60_000;
/**
 * How long the tracer may take to detach its program and end once nothing is
 * wanted of it any more. A step does not fail by it.
 */
const CLOSE_MS = 5_000;
/**
 * Waits for the whole file: the hook writes it late and in pieces, and does not
 * report when it is done.
 */
async function wholeFile(file, graceMs, signal) {
    const begin = Date.now();
    let last = '';
    let changedAt = begin;
    for (;;) {
        const text = await promises_default().readFile(file, 'utf8').catch(() => '');
        const now = Date.now();
        if (text !== last)
            changedAt = now;
        last = text;
        const settled = now - changedAt >= SETTLE_MS;
        if (settled && isJson(text))
            return text;
        const waited = now - begin;
        const orphaned = waited > graceMs && !(await findTracer(file));
        if (waited > DEADLINE_MS || (orphaned && settled)) {
            throw notWhole(text, orphaned);
        }
        await (0,external_node_timers_promises_.setTimeout)(recorder_POLL_MS, undefined, { signal }).catch(() => {
            throw (0,errors/* abortError */.vt)(signal);
        });
    }
}
function isJson(text) {
    try {
        JSON.parse(text);
        return true;
    }
    catch {
        return false;
    }
}
function notWhole(text, orphaned) {
    const hint = 'See the journal: journalctl -t oci-seccomp-bpf-hook. The profile was not changed.';
    return text === ''
        ? new errors/* UserError */.yo(orphaned
            ? 'the tracing hook ended without writing a profile'
            : `the tracing hook wrote no profile within ${DEADLINE_MS / 1000} s after the container's end`, { code: 'recording', hint })
        : new errors/* UserError */.yo(`the tracing hook's profile is cut off after ${text.length} bytes`, { code: 'recording', hint });
}
/** Gives the tracer a few seconds to end by itself, which it does if it can. */
async function awaitEnd(output) {
    for (let waited = 0; waited < CLOSE_MS; waited += recorder_POLL_MS) {
        if (!(await findTracer(output)))
            return;
        await (0,external_node_timers_promises_.setTimeout)(recorder_POLL_MS);
    }
}
async function explainHook({ printed, crashed, kernel }) {
    const quoted = `It printed:\n${hookLines(printed)}`;
    if (printed.includes('requires root privileges')) {
        return new errors/* UserError */.yo('the tracing hook is not root here', {
            code: 'recording',
            hint: `Run podman as root, outside a user namespace.\n${quoted}`
        });
    }
    if (printed.includes("didn't compile and attach within")) {
        return crashed
            ? new errors/* UserError */.yo(`the tracing hook cannot compile its BPF program for the kernel ${kernel}`, {
                code: 'recording',
                hint: `Versions up to 1.2.11 do not work with kernels from about 6.19 on: update the hook. Or the headers do not match this kernel: ${await (0,host_packages/* installHeadersCommand */.jy)(kernel)}\n${quoted}`
            })
            : new errors/* UserError */.yo('the tracing hook timed out: it was still compiling after 10 s', {
                code: 'recording',
                hint: `The runner is overloaded: run the job again.\n${quoted}`
            });
    }
    if (/error while tracing|error running hook|oci-seccomp-bpf-hook/.test(printed)) {
        return new errors/* UserError */.yo('the tracing hook failed', {
            code: 'recording',
            hint: `See the journal: journalctl -t oci-seccomp-bpf-hook\n${quoted}`
        });
    }
    return undefined;
}
/** The last lines about the hook, or else simply the last lines. */
function hookLines(printed) {
    const lines = printed.trim().split('\n');
    const telling = lines.filter(line => /hook|BPF|level=/.test(line));
    return (telling.length > 0 ? telling : lines).slice(-6).join('\n');
}

// EXTERNAL MODULE: ./src/recorders/known.ts + 4 modules
var known = __webpack_require__(1299);
;// CONCATENATED MODULE: ./src/recorders/strace/check.ts




/**
 * Adds to the check of the program whether its version has the options that the
 * recorder uses, and whether the kernel lets it trace.
 *
 * @param scope /proc/sys/kernel/yama/ptrace_scope, where 3 stops all tracing
 *   (the kernel's Documentation/admin-guide/LSM/Yama.rst)
 */
function straceCheck({ check, version }, { canTrace, scope }) {
    if (check.state !== 'ok')
        return check;
    if (version && (0,checks_version/* isBefore */.Y)(version, [5, 15, 0])) {
        return {
            ...check,
            state: 'missing',
            // Its NEWS: `--decode-pids=comm` came with 5.15.
            found: `${check.found}: 5.15 or later is needed`,
            fix: 'Install a newer version: Debian 12, Ubuntu 22.04 and Fedora have one.'
        };
    }
    if (scope?.trim() === '3') {
        return {
            ...check,
            state: 'missing',
            found: `${check.found}: kernel.yama.ptrace_scope is 3, which forbids all tracing`,
            fix: 'Set kernel.yama.ptrace_scope to 2 or less in /etc/sysctl.d, and reboot: it cannot be lowered on a running machine.'
        };
    }
    if (canTrace)
        return check;
    return {
        ...check,
        state: 'missing',
        found: `${check.found}: root lacks CAP_SYS_PTRACE here`,
        fix: 'Run the runner outside a container, or start its container with --cap-add=SYS_PTRACE.'
    };
}
/** Checks everything that recording with strace needs. */
async function checkStrace(machine) {
    const [program, privileges, scope] = await Promise.all([
        (0,checks_program/* checkProgram */.nf)(machine, { program: 'strace', package: 'strace' }),
        (0,checks_privileges/* readPrivileges */.Hj)(machine.sudo),
        promises_default().readFile('/proc/sys/kernel/yama/ptrace_scope', 'utf8')
            .catch(() => undefined)
    ]);
    const canTrace = (0,checks_privileges/* canHave */.PC)(privileges, 'CAP_SYS_PTRACE');
    return [straceCheck(program, { canTrace, scope })];
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(481);
// EXTERNAL MODULE: ./src/host/background.ts
var background = __webpack_require__(2048);
// EXTERNAL MODULE: ./src/syscalls/architectures.ts
var architectures = __webpack_require__(302);
// EXTERNAL MODULE: ./src/syscalls/numbers.ts + 1 modules
var numbers = __webpack_require__(3952);
// EXTERNAL MODULE: ./src/recorders/counts.ts
var recorders_counts = __webpack_require__(1691);
;// CONCATENATED MODULE: ./src/recorders/strace/counts.ts

/** Counts one call of a program; the program's name is empty if unknown. */
function count(counts, architecture, name, comm) {
    add(counts, `${architecture} ${name}`, comm, 1);
}
function add(counts, call, comm, count) {
    let programs = counts.get(call);
    if (!programs)
        counts.set(call, (programs = new Map()));
    programs.set(comm, (programs.get(comm) ?? 0) + count);
}
/** Adds other counts. */
function addAll(to, from) {
    for (const [call, programs] of from) {
        for (const [comm, count] of programs)
            add(to, call, comm, count);
    }
}
/** The calls as a recording has them. */
function toCalls(counts, native) {
    return (0,recorders_counts/* uniteCalls */.bO)([...counts].map(([key, programs]) => {
        const [architecture, name] = key.split(' ');
        return {
            name,
            ...(architecture === native ? {} : { architecture }),
            programs: [...programs]
                .filter(([comm]) => comm !== '')
                .map(([comm, count]) => ({ comm, count }))
        };
    }));
}

;// CONCATENATED MODULE: ./src/recorders/strace/line.ts
/**
 * Reads a line of `strace -f -n -o FILE --decode-pids=comm,pidns`, 5.15 and
 * later (strace(1)). The line is ASCII: strace escapes everything else, and
 * also the angle brackets in a program's name.
 *
 * @returns undefined if it is not a whole line of strace's output
 */
function parseStraceLine(line) {
    const head = HEAD.exec(line);
    if (!head)
        return undefined;
    const [all, pid = '', comm = '', number = ''] = head;
    const task = { pid: Number(pid), comm: line_unescape(comm) };
    const text = line.slice(all.length);
    if (text.startsWith('+++ ')) {
        const end = END.exec(text);
        if (!end)
            return undefined;
        return end[1] === undefined
            ? { ...task, kind: 'end' }
            : { ...task, kind: 'exec', by: Number(end[1]) };
    }
    const mode = MODE.exec(text)?.[1];
    if (mode !== undefined)
        return { ...task, kind: 'mode', mode };
    const [, resumed] = RESUMED.exec(text) ?? [];
    if (resumed !== undefined) {
        return { ...task, kind: 'return', name: resumed, rest: text };
    }
    const [, name] = CALL.exec(text) ?? [];
    if (name !== undefined && /^\d+$/.test(number)) {
        const rest = text.slice(name.length);
        return { ...task, kind: 'entry', number: Number(number), name, rest };
    }
    return NOTHING.test(text) ? { ...task, kind: 'nothing' } : undefined;
}
/** `12<comm> [  59] ` */
const HEAD = /^(\d+)(?:<([^>]*)>)? +\[ *(\d+|\?+|-\d+)\] /;
/** A thread that executes a program takes the place of its whole process. */
const END = /^\+\+\+ (?:exited with \d+|killed by .*|superseded by execve in pid (\d+).*) \+\+\+$/;
const MODE = /^\[ Process PID=\d+ runs in (.*) mode\. \]$/;
const RESUMED = /^<\.\.\. (\w+) resumed>/;
const CALL = /^(\w+)\(/;
/**
 * A call whose task died before strace could ask which call it is, or whose
 * number is -1: neither is made. And a stop, which is not a call.
 */
const NOTHING = /^(?:\?+\(|<\.\.\. \?+ resumed>|\w+\(|--- )/;
/** Undoes strace's escapes in a program's name. */
function line_unescape(text) {
    if (!text.includes('\\'))
        return text;
    const bytes = text.replace(/\\(?:([0-7]{1,3})|(.))/g, (_, octal, letter) => octal === undefined
        ? (LETTERS.get(letter) ?? letter)
        : String.fromCharCode(parseInt(octal, 8)));
    return Buffer.from(bytes, 'latin1').toString('utf8');
}
const LETTERS = new Map([
    ['f', '\f'],
    ['n', '\n'],
    ['r', '\r'],
    ['t', '\t'],
    ['v', '\v']
]);
/**
 * The value that a call returned, if it is not negative; undefined for an
 * error, and for a call that did not return.
 */
function parseReturn(rest) {
    const [, pid, translated] = RETURNED.exec(rest) ?? [];
    if (pid === undefined)
        return undefined;
    return {
        pid: Number(pid),
        translated: translated === undefined ? undefined : Number(translated)
    };
}
const RETURNED = / = (\d+)(?:<[^>]*>)?(?: \/\* (\d+)(?:<[^>]*>)? in strace's PID NS \*\/)?$/;

;// CONCATENATED MODULE: ./src/recorders/strace/tasks.ts

/**
 * Tracks which task is whose child, and so which tasks the container's filter
 * applies to: children inherit it (seccomp(2)).
 *
 * A child's number is returned to its parent, often after its own first calls,
 * and not always in strace's PID namespace (a vfork(2) whose child is gone by
 * then). Every task that the runtime made outside the container is known for
 * certain, so a task that no parent claims belongs to the container.
 */
class Tasks {
    native;
    first;
    tasks = new Map();
    /** Ended tasks whose number was reused. */
    unclaimed = [];
    /**
     * The names of tasks outside the container that ended while making another.
     */
    childless = new Set();
    /** The calls of tasks that the filter applies to. */
    total = new Map();
    /**
     * @param native the machine's own architecture
     * @param first the container's first process
     */
    constructor(native, first) {
        this.native = native;
        this.first = first;
    }
    /** The task with this number, which may be a new one. */
    of(pid, comm) {
        const known = this.tasks.get(pid);
        if (known && !known.ended) {
            known.comm ||= comm;
            return known;
        }
        if (known)
            this.unclaimed.push(known);
        const made = {
            process: pid,
            // podman itself, which has no parent here, opens the output.
            filtered: pid === this.first || this.tasks.size === 0 ? false : undefined,
            architecture: this.native,
            pending: undefined,
            calls: new Map(),
            whenClaimed: [],
            comm,
            ended: false
        };
        this.tasks.set(pid, made);
        return made;
    }
    /**
     * The counts that a task's calls go into; undefined if they are not counted.
     */
    countsOf({ filtered, calls }) {
        if (filtered === undefined)
            return calls;
        return filtered ? this.total : undefined;
    }
    /** A task made another, which may have ended already. */
    onChild(parent, pid, isThread) {
        const child = this.tasks.get(pid) ?? this.of(pid, '');
        this.claim(child, parent, isThread);
        if (child.ended)
            this.tasks.delete(pid);
    }
    /** A task outside the container made another whose number is unknown. */
    onUnknownChild({ comm }) {
        this.childless.add(comm);
    }
    /** The filter applies to a task of the first process, or to all of them. */
    onFilter(task, forAllThreads) {
        task.filtered = true;
        if (!forAllThreads)
            return;
        for (const other of this.tasks.values()) {
            if (other.process === this.first)
                other.filtered = true;
        }
    }
    /** A thread executes a program, and takes the number of its process. */
    onExec(pid, by) {
        const executing = this.tasks.get(by);
        if (!executing)
            return;
        executing.process = pid;
        this.tasks.delete(by);
        this.tasks.set(pid, executing);
    }
    onEnd(pid, gone) {
        if (gone.pending && !gone.filtered)
            this.childless.add(gone.comm);
        gone.ended = true;
        if (gone.filtered !== undefined)
            this.tasks.delete(pid);
    }
    /**
     * All calls of the container, and the number of its tasks that have not
     * ended.
     */
    result() {
        const counts = new Map();
        addAll(counts, this.total);
        let outlived = 0;
        for (const left of [...this.unclaimed, ...this.tasks.values()]) {
            const { filtered, comm, calls, ended } = left;
            const isOutside = comm === '' || this.childless.has(comm);
            if (filtered === false || isOutside)
                continue;
            addAll(counts, calls);
            if (!ended)
                outlived++;
        }
        return { counts, outlived };
    }
    claim(child, parent, isThread) {
        if (parent.filtered === undefined) {
            parent.whenClaimed.push(() => {
                this.claim(child, parent, isThread);
            });
            return;
        }
        if (child.filtered !== undefined)
            return;
        child.filtered = parent.filtered;
        if (isThread)
            child.process = parent.process;
        if (child.filtered)
            addAll(this.total, child.calls);
        child.calls.clear();
        for (const next of child.whenClaimed.splice(0))
            next();
    }
}

;// CONCATENATED MODULE: ./src/recorders/strace/reader.ts





/** Calls that make a task, or load a filter. */
const TELLING = new Set([
    'clone',
    'clone3',
    'fork',
    'vfork',
    'prctl',
    'seccomp'
]);
/**
 * Finds the calls that passed the container's filter among all calls of podman,
 * its runtime and the container. The filter is the one that the container's
 * first process loads. A call that the filter refused looks like one that
 * failed.
 */
class StraceReader {
    native;
    first;
    tasks;
    filtered = false;
    ended = false;
    /** Whether numbers of tasks are translated into strace's PID namespace. */
    namespaced = false;
    garbled = 0;
    untraced = 0;
    /**
     * @param native the machine's own architecture
     * @param first the container's first process
     */
    constructor(native, first) {
        this.native = native;
        this.first = first;
        this.tasks = new Tasks(native, first);
    }
    /** Takes the next line, without its newline. */
    read(text) {
        const line = parseStraceLine(text);
        if (!line)
            this.garbled++;
        else if (line.kind !== 'nothing')
            this.onLine(line);
    }
    result() {
        const { counts, outlived } = this.tasks.result();
        return {
            filtered: this.filtered,
            ended: this.ended,
            calls: toCalls(counts, this.native),
            lost: [
                ...some(this.garbled, 'lines of strace’s output that cannot be read'),
                ...some(outlived, 'processes of the container that outlived the tracing'),
                ...some(this.untraced, 'processes that were made untraceable (CLONE_UNTRACED)')
            ]
        };
    }
    onLine(line) {
        const caller = this.tasks.of(line.pid, line.comm);
        switch (line.kind) {
            case 'entry':
                this.onEntry(caller, line);
                break;
            case 'return': {
                const { pending } = caller;
                caller.pending = undefined;
                if (pending) {
                    this.onReturn(caller, pending.name, pending.rest, line.rest);
                }
                break;
            }
            case 'mode':
                caller.architecture = architectureOfMode(line.mode, this.native);
                break;
            case 'exec':
                this.tasks.onExec(line.pid, line.by);
                break;
            case 'end':
                if (line.pid === this.first)
                    this.ended = true;
                this.tasks.onEnd(line.pid, caller);
                break;
        }
    }
    onEntry(caller, { comm, number, name, rest }) {
        caller.architecture = architectureOf(number, name, caller.architecture, this.native);
        const known = (0,numbers/* syscallsByNumber */.$o)(caller.architecture).get(number);
        const called = known ?? `#${number}`;
        const counts = this.tasks.countsOf(caller);
        if (counts)
            count(counts, caller.architecture, called, comm);
        caller.pending = undefined;
        if (!TELLING.has(called))
            return;
        if (rest.endsWith(UNFINISHED))
            caller.pending = { name: called, rest };
        else
            this.onReturn(caller, called, rest, rest);
    }
    /**
     * @param rest the call from its arguments on
     * @param end the same, or the end of it that strace wrote later
     */
    onReturn(caller, name, rest, end) {
        const returned = parseReturn(end);
        if (name === 'prctl' || name === 'seccomp') {
            if (!returned || !loadsFilter(name, rest, returned.pid))
                return;
            if (caller.process !== this.first)
                return;
            this.filtered = true;
            this.tasks.onFilter(caller, FOR_ALL_THREADS.test(rest));
            return;
        }
        if (/\bCLONE_UNTRACED\b/.test(rest) && caller.filtered)
            this.untraced++;
        if (!returned) {
            const hasFailed = end.includes(' = -1 ');
            if (!caller.filtered && !hasFailed)
                this.tasks.onUnknownChild(caller);
            return;
        }
        this.namespaced ||= returned.translated !== undefined;
        const isInside = caller.filtered === true || caller.process === this.first;
        // Inside, a number that was not translated belongs to some other task.
        const isForeign = this.namespaced && returned.translated === undefined;
        if (isInside && isForeign)
            return;
        this.tasks.onChild(caller, returned.translated ?? returned.pid, /\bCLONE_THREAD\b/.test(rest));
    }
}
const UNFINISHED = '<unfinished ...>';
/**
 * Whether a call has loaded a filter, seccomp(2): with TSYNC it returns the
 * thread that could not be filtered, with NEW_LISTENER a file descriptor.
 */
function loadsFilter(name, rest, returned) {
    return name === 'prctl'
        ? rest.startsWith('(PR_SET_SECCOMP, SECCOMP_MODE_FILTER,') && returned === 0
        : rest.startsWith('(SECCOMP_SET_MODE_FILTER,') &&
            (returned === 0 || rest.includes('SECCOMP_FILTER_FLAG_NEW_LISTENER'));
}
const FOR_ALL_THREADS = /\bSECCOMP_FILTER_FLAG_TSYNC\b/;
/**
 * The table that a call is from. strace reports a process that changes its
 * mode, but not a new process that starts in the mode that another one has:
 * there the number and the name together tell.
 */
function architectureOf(number, name, current, native) {
    const has = (architecture) => (0,numbers/* syscallsByNumber */.$o)(architecture).get(number) === name;
    if (has(current))
        return current;
    const others = [native, ...(architectures/* SUB_ARCHITECTURES */.I[native] ?? [])];
    return others.find(has) ?? current;
}
function architectureOfMode(mode, native) {
    const subs = architectures/* SUB_ARCHITECTURES */.I[native] ?? [];
    if (mode === 'x32')
        return 'SCMP_ARCH_X32';
    return mode === '64 bit' ? native : (subs[0] ?? native);
}
function some(count, what) {
    return count === 0 ? [] : [`${what}: ${count}`];
}

;// CONCATENATED MODULE: ./src/recorders/strace/recorder.ts










const recorder_BLIND = [
    'strace cannot tell a call that the filter refused from one that failed: refused calls are among the recorded ones.',
    'Processes that `podman exec` or a health check started in the container were not traced.',
    'A traced program cannot trace others itself: debuggers and the like fail under strace.'
];
/**
 * Records with strace(1), which needs neither BPF nor audit, and slows system
 * calls down a hundredfold or more. It follows podman, its runtime and the
 * container; the calls under the container's filter are picked out later.
 */
function createStraceRecorder(host) {
    return {
        name: 'strace',
        start: async ({ scratch }) => {
            const output = external_node_path_default().join(scratch, 'strace.out');
            // Made here, so that we may read what root writes.
            await promises_default().writeFile(output, '');
            return session(host, output, external_node_path_default().join(scratch, 'container.pid'));
        }
    };
}
function session(host, output, pidFile) {
    return {
        options: [`--pidfile=${pidFile}`],
        wrap: argv => {
            const at = argv.indexOf('podman');
            return [...argv.slice(0, at), ...straceCommand(output), ...argv.slice(at)];
        },
        finish: async () => {
            await recorder_awaitEnd(output);
            return observe(host, output, await firstProcess(pidFile));
        },
        explain: explainStrace,
        close: () => stop(host, output)
    };
}
/** Options of strace 5.15 and later. */
function straceCommand(output) {
    return [
        'strace',
        // Runs beside podman, so that podman's exit code and end are seen as usual.
        '--daemonize',
        // A signal ends it, even while it writes to a file.
        '-I',
        '2',
        '--follow-forks',
        '--syscall-number',
        '--decode-pids=comm,pidns',
        '--quiet=attach',
        '--string-limit=0',
        `--output=${output}`,
        '/bin/sh',
        '-c',
        WRAPPER,
        'sh'
    ];
}
/**
 * Ends strace when podman has ended: strace would wait for the processes that
 * podman leaves behind, such as a network's name server. It passes the signal
 * on to the shell, which must ignore it. TracerPid 0 means no tracer, and kill
 * would take it for our own process group.
 */
const WRAPPER = `"$@"
code=$?
trap '' TERM
while read -r key value; do
  if [ "$key" = TracerPid: ] && [ "$value" != 0 ]; then kill -TERM "$value"; fi
done </proc/$$/status
exit "$code"`;
async function firstProcess(pidFile) {
    const text = await promises_default().readFile(pidFile, 'utf8').catch(() => '');
    const pid = Number(text.trim());
    if (Number.isInteger(pid) && pid > 0)
        return pid;
    throw new errors/* UserError */.yo('podman did not report the process ID of the container’s first process', { code: 'recording', hint: 'Leave `--pidfile` out of input run-args.' });
}
async function observe({ architecture }, output, first) {
    const reader = new StraceReader(architecture, first);
    // If it may not trace, strace still runs the program.
    if ((await promises_default().stat(output)).size === 0) {
        throw new errors/* UserError */.yo('strace could not trace podman', {
            code: 'recording',
            hint: MAY_NOT
        });
    }
    // Plain ASCII: strace escapes everything else.
    const stream = (0,external_node_fs_.createReadStream)(output, 'latin1');
    for await (const line of (0,external_node_readline_.createInterface)(stream))
        reader.read(line);
    const { filtered, ended, calls, lost } = reader.result();
    if (!filtered) {
        throw new errors/* UserError */.yo('strace did not see the container load a seccomp filter', {
            code: 'recording',
            hint: 'Leave `--privileged` and `--security-opt seccomp=unconfined` out of input run-args.'
        });
    }
    if (!ended) {
        throw new errors/* UserError */.yo('the output of strace is cut off before the end of the container', {
            code: 'recording',
            hint: `strace was ended early, or the disk of ${external_node_path_default().dirname(output)} is full.`
        });
    }
    return { calls, denied: [], lost, blind: recorder_BLIND };
}
const MAY_NOT = 'Tracing needs CAP_SYS_PTRACE and kernel.yama.ptrace_scope below 3 (sysctl): see the output of strace in the log.';
/**
 * @returns why podman did not start, if strace caused that: the lines that it
 *   prints begin with its name
 */
async function explainStrace(stderr) {
    const printed = stderr
        .split('\n')
        .filter(line => /^(?:strace: |\S*sudo: )/.test(line))
        .join('\n');
    const quoted = `It printed:\n${printed}`;
    if (/strace: command not found|Cannot find executable.*strace/.test(printed)) {
        return new errors/* UserError */.yo('strace is missing', {
            code: 'recording',
            hint: `Install it: ${await (0,host_packages/* installCommand */.Je)('strace')}`
        });
    }
    if (/^\S*sudo: /m.test(printed)) {
        return new errors/* UserError */.yo('strace cannot be started through sudo', {
            code: 'recording',
            hint: `Allow the runner's user to run strace in sudoers.\n${quoted}`
        });
    }
    if (/(?:unrecognized|invalid|unknown) option|invalid --/i.test(printed)) {
        return new errors/* UserError */.yo('strace is too old: 5.15 or later is needed', {
            code: 'recording',
            hint: `Update it: ${await (0,host_packages/* installCommand */.Je)('strace')}\n${quoted}`
        });
    }
    if (/ptrace|attach/i.test(printed) && /not permitted|denied/.test(printed)) {
        return new errors/* UserError */.yo('strace may not trace here', {
            code: 'recording',
            hint: `${MAY_NOT}\n${quoted}`
        });
    }
    return printed === ''
        ? undefined
        : new errors/* UserError */.yo('strace failed', { code: 'recording', hint: quoted });
}
const strace_recorder_POLL_MS = 50;
const ROUNDS = 100;
/** Waits a few seconds for strace to end. */
async function recorder_awaitEnd(output) {
    let running = await tracers(output);
    for (let round = 0; round < ROUNDS && running.length > 0; round++) {
        await (0,external_node_timers_promises_.setTimeout)(strace_recorder_POLL_MS);
        running = await tracers(output);
    }
    return running;
}
async function tracers(output) {
    const all = await (0,processes/* listProcesses */.O3)();
    return (0,processes/* pidsOf */.IG)(all.filter(({ argv }) => argv.includes(`--output=${output}`)));
}
/** Ends strace if its shell did not; the traced processes go on without it. */
async function stop(host, output) {
    let left = await tracers(output);
    // At SIGTERM it detaches from the processes that it traces. If it waits for a
    // process that is just dying, the kernel detaches it when it is killed.
    for (const signal of ['-TERM', '-KILL']) {
        if (left.length === 0)
            return;
        const kill = ['kill', signal, ...left.map(String)];
        await (0,background/* startBackground */.r)(host.sudo ? ['sudo', '-n', ...kill] : kill, host.environment).ended;
        left = await recorder_awaitEnd(output);
    }
    if (left.length > 0) {
        throw new errors/* UserError */.yo(`strace cannot be stopped: ${left.join(', ')}`, {
            code: 'recording',
            hint: 'Stop it by hand: sudo kill -KILL followed by these numbers.'
        });
    }
}

;// CONCATENATED MODULE: ./src/recorders/recorders.ts










/** The check and the constructor of each recorder. */
const KINDS = {
    bpftrace: {
        check: checkBpftrace,
        create: (host, { denials }) => (0,bpftrace_recorder/* createBpftraceRecorder */.U)(host, denials)
    },
    hook: { check: checkHook, create: host => createHookRecorder(host) },
    audit: {
        check: checkAudit,
        create: (host, { profile }) => (0,recorder/* createAuditRecorder */.Q)(host, { profile })
    },
    strace: { check: checkStrace, create: createStraceRecorder }
};
/**
 * Checks each thing that a recorder needs of a machine. Starts no container,
 * changes nothing, and does not throw.
 */
async function checkRecorder(name, machine) {
    const { rootOnly } = known/* ABOUT */.O[name];
    return machine.rootless && rootOnly !== undefined
        ? [rootlessCheck(rootOnly)]
        : KINDS[name].check(machine);
}
/**
 * All recorders, for one machine.
 *
 * @param profile the one that containers are to run under
 * @param denials which of the calls that it refuses to watch, if any
 */
function createRecorders(host, profile, denials) {
    return known/* RECORDER_NAMES */.a.map(name => ({
        ...KINDS[name].create(host, { profile, denials }),
        preflight: () => checkRecorder(name, host)
    }));
}


/***/ }),

/***/ 1804:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A1: () => (/* binding */ serializeRecording),
/* harmony export */   eZ: () => (/* binding */ namesOf)
/* harmony export */ });
/* unused harmony export parseRecording */
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7934);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _syscalls_architectures_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(302);
/* harmony import */ var _known_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1299);




/** The container's filter during the recording. */
const RECORD_UNDER = ['default', 'allow-all'];
const program = valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    /** A program's name as the kernel has it (`comm`, at most 15 bytes). */
    comm: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    /** How often it made the call; with `atLeast`, perhaps more often. */
    count: valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .integer */ .ndf(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .minValue */ .Wwf(1)),
    atLeast: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(true))
});
const call = valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    name: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    /** The table that the name is from, if it is not the machine's own. */
    architecture: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .picklist */ .KIO(_syscalls_architectures_js__WEBPACK_IMPORTED_MODULE_1__/* .ARCHITECTURES */ .X)),
    /** The programs that made it, the most frequent first; empty if unknown. */
    programs: valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(program)
});
const observation = {
    /** The calls that passed the container's filter, sorted by name. */
    calls: valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(call),
    /** The calls that the filter refused, as far as the recorder sees them. */
    denied: valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        ...call.entries,
        /** The errno(3) that the filter returned. */
        errno: valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .integer */ .ndf())
    })),
    /** A sentence for each loss. A recording with losses is not used. */
    lost: valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
    /**
     * A sentence for each thing that this recorder cannot know, for the report.
     */
    blind: valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP())
};
const recordingSchema = valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    format: valibot__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('seccomp-lock recording'),
    version: valibot__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(1),
    recorder: valibot__WEBPACK_IMPORTED_MODULE_3__/* .picklist */ .KIO(_known_js__WEBPACK_IMPORTED_MODULE_2__/* .RECORDER_NAMES */ .a),
    recordedUnder: valibot__WEBPACK_IMPORTED_MODULE_3__/* .picklist */ .KIO(RECORD_UNDER),
    architecture: valibot__WEBPACK_IMPORTED_MODULE_3__/* .picklist */ .KIO(_syscalls_architectures_js__WEBPACK_IMPORTED_MODULE_1__/* .ARCHITECTURES */ .X),
    kernel: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    engine: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    runtime: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    /** The options of `podman run` that the workflow gave. */
    options: valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
    ...observation
});
/** A recording as the text of a file. */
function serializeRecording(recording) {
    return `${JSON.stringify(recording, undefined, 2)}\n`;
}
/**
 * Reads a recording back.
 *
 * @param name what to call it in errors
 * @throws UserError if it is not a recording, or has an unknown version
 */
function parseRecording(text, name) {
    let json;
    try {
        json = JSON.parse(text);
    }
    catch (cause) {
        throw notARecording(name, messageOf(cause));
    }
    const { success, output, issues } = v.safeParse(recordingSchema, json);
    if (success)
        return output;
    const [issue] = issues;
    const at = v.getDotPath(issue);
    throw notARecording(name, `${at ? `${at}: ` : ''}${issue.message}`);
}
function notARecording(name, what) {
    return new UserError(`${name} is not a recording of version 1: ${what}`, {
        code: 'recording',
        hint: 'Record it again with this version of seccomp-lock.'
    });
}
/** The names of the recorded calls, sorted and unique. */
function namesOf(recording) {
    return [...new Set(recording.calls.map(({ name }) => name))].sort();
}


/***/ }),

/***/ 3063:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C2: () => (/* binding */ fixable),
/* harmony export */   o0: () => (/* binding */ forbidden),
/* harmony export */   uw: () => (/* binding */ explainDenials)
/* harmony export */ });
/* harmony import */ var _candidate_policy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5863);
/* harmony import */ var _profile_managed_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3456);
/* harmony import */ var _profile_resolve_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6509);
/* harmony import */ var _profile_treatment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6389);




/** Says why the profile refuses each call. */
function explainDenials(denied, inForce) {
    const { runtimePrograms, policy = _candidate_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .NO_POLICY */ .lm } = inForce;
    const whyOf = reasons(inForce, policy.deny);
    return denied.map(call => ({
        ...call,
        why: whyOf(call.name),
        byRuntime: call.programs.length > 0 &&
            call.programs.every(({ comm }) => runtimePrograms.includes(comm))
    }));
}
/** Refused calls that nothing forbids: they can be added. */
function fixable(denials) {
    return denials.filter(({ why }) => why.kind === 'not recorded');
}
/** Refused calls that the user forbids: they are never added. */
function forbidden(denials) {
    return denials.filter(({ why: { kind } }) => kind === 'rule' || kind === 'deny');
}
function reasons(inForce, deny) {
    const { profile, engineDefault, recordUnder, locate } = inForce;
    const ofUsers = profile.syscalls.filter(rule => !(0,_profile_managed_js__WEBPACK_IMPORTED_MODULE_3__/* .isManaged */ .yF)(rule));
    const rules = (0,_profile_resolve_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveRules */ .S)(profile.syscalls, inForce);
    const users = rules.filter(rule => !(0,_profile_managed_js__WEBPACK_IMPORTED_MODULE_3__/* .isManaged */ .yF)(rule));
    const byDefault = (0,_profile_resolve_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveRules */ .S)(engineDefault.syscalls, inForce);
    return name => {
        // A rule that refuses decides, whatever other rules allow.
        const rule = users.find(one => one.names.includes(name) && !(0,_profile_treatment_js__WEBPACK_IMPORTED_MODULE_2__/* .lets */ .Nx)(one)) ??
            users.find(one => one.names.includes(name));
        if (rule)
            return { kind: 'rule', at: locate(ofUsers.indexOf(rule), name) };
        const line = deny.get(name);
        if (line !== undefined)
            return { kind: 'deny', line };
        // A number that no table has a name for cannot be added.
        if (name.startsWith('#'))
            return { kind: 'default' };
        if (recordUnder === 'allow-all')
            return { kind: 'not recorded' };
        const here = (0,_profile_treatment_js__WEBPACK_IMPORTED_MODULE_2__/* .treatmentOf */ .Wh)(rules, name, profile).kind;
        const outside = (0,_profile_treatment_js__WEBPACK_IMPORTED_MODULE_2__/* .treatmentOf */ .Wh)(byDefault, name, engineDefault).kind;
        // If both have conditions, those here come from the default.
        const isOutside = outside === 'refused' ||
            (outside === 'conditional' && here === 'conditional');
        return { kind: isOutside ? 'default' : 'not recorded' };
    };
}


/***/ }),

/***/ 2404:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S1: () => (/* binding */ createRefusalWatch),
  FE: () => (/* binding */ enforce),
  AO: () => (/* binding */ writeForPodman)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
var promises_default = /*#__PURE__*/__webpack_require__.n(promises_);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/container/run.ts
var run = __webpack_require__(3042);
// EXTERNAL MODULE: ./src/profile/refusals.ts
var refusals = __webpack_require__(604);
// EXTERNAL MODULE: ./src/profile/serialize.ts
var serialize = __webpack_require__(8399);
// EXTERNAL MODULE: ./src/recorders/audit/recorder.ts + 4 modules
var audit_recorder = __webpack_require__(1453);
// EXTERNAL MODULE: ./src/recorders/bpftrace/recorder.ts + 4 modules
var recorder = __webpack_require__(3201);
// EXTERNAL MODULE: ./src/recorders/recording.ts
var recording = __webpack_require__(1804);
// EXTERNAL MODULE: ./src/suite/run-suite.ts + 4 modules
var run_suite = __webpack_require__(6649);
// EXTERNAL MODULE: ./src/suite/trace.ts
var trace = __webpack_require__(729);
// EXTERNAL MODULE: ./src/profile/errno.ts
var profile_errno = __webpack_require__(549);
// EXTERNAL MODULE: ./src/profile/resolve.ts
var resolve = __webpack_require__(6509);
// EXTERNAL MODULE: ./src/profile/treatment.ts
var profile_treatment = __webpack_require__(6389);
;// CONCATENATED MODULE: ./src/replay/audit-watch.ts



/**
 * The calls that a candidate refuses, by the recording of a run under its
 * `refusalLogProfile`: everything that was logged, except for what the
 * candidate allows outright (logging-profile.ts: `execve`, `execveat`). A
 * deny-list refuses calls only by rules, and those refusals are not logged.
 *
 * In that run, calls that the candidate refuses got through, so the tests may
 * have gone on to calls that they would never make under the candidate.
 *
 * @param observation what the audit recorder saw
 * @param machine the container that was recorded
 * @returns sorted as the recording is; the errno is what the candidate returns
 *   by default, EPERM where it names none
 */
function refusedOf({ calls }, candidate, machine) {
    if ((0,profile_treatment/* isDenyList */.z2)(candidate))
        return [];
    const rules = (0,resolve/* resolveRules */.S)(candidate.syscalls, machine);
    const { defaultErrno, defaultErrnoRet } = candidate;
    // Where no such error is known, podman does not load the candidate.
    const errno = Number((0,profile_errno/* errnoOrEperm */.h)(defaultErrno, defaultErrnoRet));
    return calls
        .filter(({ name }) => (0,profile_treatment/* treatmentOf */.Wh)(rules, name, candidate).kind !== 'allowed')
        .map(call => ({ ...call, errno }));
}

// EXTERNAL MODULE: ./src/profile/compare/diff.ts
var diff = __webpack_require__(4718);
// EXTERNAL MODULE: ./src/profile/filter/load.ts + 1 modules
var load = __webpack_require__(5881);
// EXTERNAL MODULE: ./src/profile/filter/returns.ts
var returns = __webpack_require__(6507);
// EXTERNAL MODULE: ./src/profile/normalize.ts
var normalize = __webpack_require__(7474);
// EXTERNAL MODULE: ./src/profile/rules.ts
var profile_rules = __webpack_require__(8990);
// EXTERNAL MODULE: ./src/syscalls/multiplexed.ts
var multiplexed = __webpack_require__(2639);
// EXTERNAL MODULE: ./src/replay/replay.ts
var replay = __webpack_require__(8072);
;// CONCATENATED MODULE: ./src/replay/logging-profile.ts









/**
 * A profile under which the tests run on where the candidate refuses a call,
 * and the kernel makes an audit record of that call (seccomp(2),
 * `SECCOMP_RET_LOG`).
 *
 * - What the candidate allows is allowed, under the same conditions. But
 *   `execve` and `execveat` are logged where the candidate allows them
 *   outright: the runtime starts the container with one of them, so every
 *   container leaves a record.
 * - A call that no rule of the candidate names and that `outer` lets through is
 *   logged, under `outer`'s conditions.
 * - Everything else is refused, including whatever the candidate refuses by a
 *   rule. So a deny-list's refusals are not logged.
 * - A call that the candidate allows for some arguments is refused for all
 *   others, as it is by `outer`, which candidates narrow. Only if `outer` is
 *   undefined or a deny-list is it logged for them.
 *
 * A rule that libseccomp does not accept together with the candidate's rules is
 * left out, and the call is refused. Calls of an architecture that the
 * candidate has no filter for end the thread, as under the candidate.
 *
 * @param outer what the recording ran under; undefined if it let all through
 * @param machine the container, which podman starts
 * @throws RefusedProfile where the candidate cannot be loaded
 */
function refusalLogProfile(candidate, outer, machine) {
    (0,load/* loadProfile */.iH)(candidate, machine);
    const rules = (0,resolve/* resolveRules */.S)(candidate.syscalls, machine);
    const logging = (0,profile_treatment/* isDenyList */.z2)(candidate)
        ? { ...candidate, syscalls: rules }
        : outer === undefined || (0,profile_treatment/* isDenyList */.z2)(outer)
            ? logUnnamed({ ...candidate, syscalls: rules }, outer, machine)
            : logListed({ ...candidate, syscalls: rules }, outer, machine);
    const starts = ['execve', 'execveat'].filter(name => (0,profile_treatment/* treatmentOf */.Wh)(rules, name, candidate).kind === 'allowed');
    return logFirst(logging, starts);
}
const LOG = 'SCMP_ACT_LOG';
/** Logs these calls, whatever rules say about them. */
function logFirst(profile, names) {
    const others = (0,profile_rules/* withoutNames */.Fw)(profile.syscalls, names);
    // A rule that does what the default does would not count as a rule.
    const isNeeded = profile.defaultAction !== LOG && names.length > 0;
    return {
        ...profile,
        syscalls: [...(isNeeded ? [bare([...names], LOG)] : []), ...others]
    };
}
/** Logs the calls that an allow-list lets through and no rule names. */
function logListed(candidate, outer, machine) {
    const rules = (0,resolve/* resolveRules */.S)(outer.syscalls, machine);
    const logged = unnamed(rules, candidate, machine).map(name => ({
        name,
        treatment: (0,profile_treatment/* treatmentOf */.Wh)(rules, name, outer)
    }));
    return addFitting({ ...candidate, syscalls: candidate.syscalls.map(unlogged) }, [
        // These first: with `socketcall` allowed outright, libseccomp accepts
        // rules about `socket` that it otherwise rejects.
        ...logged
            .filter(({ treatment }) => treatment.kind === 'allowed')
            .map(({ name }) => [[bare([name], LOG)]]),
        ...logged.flatMap(({ name, treatment }) => treatment.kind === 'conditional'
            ? [logConditional(name, treatment.rules, outer, machine)]
            : [])
    ], machine);
}
/**
 * Ways to log a call that `outer` lets through for some arguments, the best
 * first: one leaves the others to the candidate's default; the other, needed
 * if that would let through more, takes `outer`'s own refusals.
 */
function logConditional(name, rules, outer, machine) {
    const all = rules.map(({ action, errno, errnoRet, args }, index) => ({
        names: [name],
        action: (0,profile_treatment/* lets */.Nx)(rules[index] ?? bare([], action)) ? LOG : action,
        ...(errno !== undefined && { errno }),
        ...(errnoRet !== undefined && { errnoRet }),
        args
    }));
    const letting = all.filter(profile_treatment/* lets */.Nx);
    if (letting.length === all.length)
        return [all];
    const alone = { defaultAction: 'SCMP_ACT_ERRNO', syscalls: letting };
    const isAsNarrow = (0,load/* loads */.qV)(alone, machine) &&
        (0,load/* loads */.qV)(outer, machine) &&
        !(0,diff/* diffProfiles */.Uj)(outer, alone, [machine]).added.includes(name);
    return isAsNarrow ? [letting, all] : [all];
}
/** Logs what no rule names, except for what `outer`, a deny-list, refuses. */
function logUnnamed(candidate, outer, machine) {
    const { defaultErrno, defaultErrnoRet, ...rest } = candidate;
    const refuse = (name, args) => ({
        ...bare([name], candidate.defaultAction),
        ...(defaultErrno !== undefined && { errno: defaultErrno }),
        ...(defaultErrnoRet !== undefined && { errnoRet: defaultErrnoRet }),
        args
    });
    // A rule that does what the default does did not count as a rule. Under this
    // default it would, and might win over those that allow.
    const byDefault = (0,returns/* defaultReturnOf */.zZ)(candidate);
    const counting = candidate.syscalls.filter(rule => (0,returns/* returnOf */.gi)(rule) !== byDefault);
    const countingNames = (0,profile_rules/* namesIn */.wX)(counting);
    const refused = candidate.syscalls.flatMap(rule => rule.names
        .filter(name => !countingNames.has(name))
        .map(name => ({ ...rule, names: [name] })));
    const rules = outer ? (0,resolve/* resolveRules */.S)(outer.syscalls, machine) : [];
    const refusedByOuter = outer
        ? unnamed(rules, candidate, machine).map(name => {
            const treatment = (0,profile_treatment/* treatmentOf */.Wh)(rules, name, outer);
            if (treatment.kind === 'allowed')
                return [];
            if (treatment.kind === 'refused')
                return [refuse(name, [])];
            return treatment.rules
                .filter(rule => !(0,profile_treatment/* lets */.Nx)(rule))
                .map(({ args }) => refuse(name, args));
        })
        : [];
    return addFitting({ ...rest, defaultAction: LOG, syscalls: counting.map(unlogged) }, [...refused.map(rule => [[rule]]), ...refusedByOuter.map(rules => [rules])], machine);
}
/** The candidate may log by itself, which must not look like a refusal. */
function unlogged(rule) {
    return rule.action === LOG ? { ...rule, action: 'SCMP_ACT_ALLOW' } : rule;
}
/**
 * The names in `rules` that no rule of the candidate names. socketcall(2) is
 * not among them if a call that is made through it is named, because a rule
 * about such a call is also one about socketcall(2) with an argument
 * (profile/filter/load.ts). The same goes for ipc(2).
 */
function unnamed(rules, candidate, machine) {
    const named = (0,profile_rules/* namesIn */.wX)(candidate.syscalls);
    const architectures = (0,load/* architecturesOn */._H)(candidate, machine);
    const through = new Set([...named].flatMap(name => architectures.map(a => (0,multiplexed/* multiplexed */._)(name, a)?.by)));
    return (0,normalize/* sortedUnique */.Z$)([...(0,profile_rules/* namesIn */.wX)(rules)]).filter(name => !named.has(name) && !through.has(name));
}
/**
 * A profile with more rules.
 *
 * @param additions for each call, what could be added, the best first; nothing
 *   is added for a call if not every runtime can load the profile with it
 */
function addFitting(profile, additions, machine) {
    const [only, ...more] = additions;
    if (only === undefined)
        return profile;
    const ways = more.length === 0 ? only : [additions.flatMap(([best = []]) => best)];
    const fitting = ways
        .map(rules => ({ ...profile, syscalls: [...profile.syscalls, ...rules] }))
        .find(added => replay/* RUNTIMES */.aC.every(runtime => (0,load/* loads */.qV)(added, { ...machine, runtime })));
    if (fitting !== undefined || more.length === 0)
        return fitting ?? profile;
    const half = additions.length >> 1;
    const first = addFitting(profile, additions.slice(0, half), machine);
    return addFitting(first, additions.slice(half), machine);
}
function bare(names, action) {
    return { names, action, args: [] };
}

;// CONCATENATED MODULE: ./src/replay/enforce.ts












/**
 * Runs the tests once under a profile, and watches which calls it refuses.
 * The container is gone when it returns or throws.
 *
 * @param file the profile's path, absolute
 * @param title what the log calls this run
 * @throws RecorderFailed where the watch does not work here; UserError where
 *   it lost something, or where no container can be made; Cancelled
 */
async function enforce(suite, profile, file, title, watching) {
    const options = (0,run/* underProfile */.k8)(file);
    const { watch, host } = watching;
    if (watch === 'bpftrace') {
        const recorder = createRefusalWatch(host, profile);
        const { ended, first } = await tracedTests(suite, title, options, recorder);
        return { ...ended, denied: first.denied, made: (0,recording/* namesOf */.eZ)(first) };
    }
    const ended = await (0,trace/* untraced */.r3)(suite.world, traced => testsUnder(suite, title, options, traced));
    const denied = watch === 'audit'
        ? await logRefused(suite, profile, watching, ended.run.capabilities)
        : undefined;
    return { ...ended, denied, made: undefined };
}
/** A recorder that names the calls that a profile refuses to a container. */
function createRefusalWatch(host, profile) {
    const mayNotStart = true;
    return (0,recorder/* createBpftraceRecorder */.U)(host, (0,refusals/* refusalsOf */.h)(profile), { mayNotStart });
}
async function tracedTests(suite, title, options, recorder) {
    let ended;
    try {
        const { first, run: tests } = await (0,trace/* trace */.uP)({ first: recorder, second: undefined }, suite.world, async (traced) => {
            ended = await testsUnder(suite, title, options, traced);
            return ended.run;
        }, ({ id }) => {
            if (id === '')
                throw new NoContainer();
        });
        return { ended: { ...ended, run: tests, failure: ended?.failure }, first };
    }
    catch (error) {
        // podman made no container: nothing to look at, and podman says why.
        if (!(error instanceof NoContainer) || !ended)
            throw error;
        return { ended, first: NOTHING };
    }
}
class NoContainer extends Error {
}
const NOTHING = { calls: [], denied: [], lost: [], blind: [] };
/** Runs the tests; a failure is returned, not thrown. */
async function testsUnder(suite, title, options, traced) {
    const { image, inputs } = suite;
    try {
        const ended = await (0,run_suite/* runTestsOnce */.o)(suite, title, {
            ...traced,
            options: [...traced.options, ...options]
        });
        const { command } = inputs.tests;
        return { run: ended, failure: (0,run/* explainFailure */.SP)(ended, { image, command }) };
    }
    catch (error) {
        if (!(error instanceof run/* TestsFailed */.pF))
            throw error;
        return { run: error.run, failure: error };
    }
}
/**
 * Runs the tests under a profile that lets through and logs what the given one
 * refuses. Whether they pass does not matter.
 */
async function logRefused(suite, profile, { host, outer, capabilities }, own) {
    const machine = {
        architecture: host.architecture,
        capabilities: own.length > 0 ? own : capabilities
    };
    const recorder = (0,audit_recorder/* createAuditRecorder */.Q)(host, {
        profile,
        logging: candidate => refusalLogProfile(candidate, outer, machine)
    });
    const title = 'Run the tests with refused calls let through and logged';
    const { first } = await tracedTests(suite, title, [], recorder);
    return refusedOf(first, profile, machine);
}
/** Writes a profile to a file for podman. */
async function writeForPodman(suite, profile) {
    const file = external_node_path_default().join(suite.world.scratch, 'profile-under-test.json');
    await promises_default().writeFile(file, (0,serialize/* serializeProfile */.K)(profile));
    return file;
}


/***/ }),

/***/ 4733:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RY: () => (/* binding */ notFixable),
/* harmony export */   Wj: () => (/* binding */ testsFail),
/* harmony export */   mR: () => (/* binding */ sayWhy),
/* harmony export */   mj: () => (/* binding */ notAllowed),
/* harmony export */   nl: () => (/* binding */ neverEnough)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _text_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1789);
/* harmony import */ var _replay_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8072);



/** A call and the programs it was refused to: `chmod (to "sh")`. */
function sayCall({ name, programs }) {
    const who = programs
        .slice(0, 3)
        .map(({ comm }) => JSON.stringify(comm))
        .join(', ');
    return who === '' ? name : `${name} (to ${who})`;
}
function names(denials) {
    return [...new Set(denials.map(({ name }) => name))].join(', ');
}
/** Why a profile refuses a call, as a sentence part. */
function sayWhy(why, file) {
    switch (why.kind) {
        case 'not recorded':
            return 'it was not recorded';
        case 'rule':
            return `a rule of yours does not allow it in this way${why.at ? `, ${(0,_text_json_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPosition */ .Ld)(file, why.at)}` : ''}`;
        case 'deny':
            return `the input deny names it: ${why.line}`;
        case 'default':
            return "podman's default profile also refuses it";
    }
}
/** Tests that are refused different calls each time. */
function neverEnough(missing) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the tests are still refused calls after ${_replay_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_HEALS */ .$h} rounds of adding refused calls: ${missing.map(sayCall).join('; ')}`, {
        code: 'replay',
        hint: 'They make different calls each time: record them more often (`runs`), or name these calls in `allow`.'
    });
}
/** Refused calls that cannot be added, for whatever reason. */
function notFixable(missing) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the profile refuses calls that the tests make and that cannot be added to it: ${missing.map(sayCall).join('; ')}`, {
        code: 'replay',
        hint: 'Change your rules or the architectures in it. (A profile that lists the calls to refuse is left as it is.)'
    });
}
/**
 * Why the tests fail under a profile.
 *
 * @param input.failure how they failed
 * @param input.refused the refused calls that the user forbids
 */
function testsFail(input) {
    const { failure, refused, hasStarted, watch, file, isRecorded } = input;
    const end = failure.message;
    const under = isRecorded ? `under the new ${file}` : `under ${file}`;
    if (refused.length > 0) {
        const lines = refused.map(call => `- ${sayCall(call)}: ${sayWhy(call.why, file)}`);
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the tests fail ${under}, which refuses ${refused.map(sayCall).join('; ')}: ${end}`, {
            code: 'replay',
            hint: `Refused:\n${lines.join('\n')}\nSuch calls are never added. Change the rule or the input, or change the program so that it does not need them.`
        });
    }
    const before = isRecorded ? 'passed when they were recorded, and ' : '';
    const unknown = 'Nothing on this runner can tell which calls were refused: install bpftrace (`setup: install`), which names them.';
    if (!hasStarted) {
        const isWatched = watch !== 'nobody';
        const hints = [
            ...(failure.hint === undefined ? [] : [failure.hint]),
            ...(isWatched ? [] : [unknown])
        ];
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the container does not start ${under}${isWatched ? ', although no refused call was seen' : ''}: ${end}`, {
            code: 'replay',
            ...(hints.length > 0 && { hint: hints.join('\n') }),
            cause: failure
        });
    }
    if (watch === 'nobody') {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the tests ${before}fail ${under}: ${end}`, {
            code: 'replay',
            hint: unknown
        });
    }
    const unseen = watch === 'audit'
        ? ' Audit records do not show calls that one of your rules, or its condition on arguments, refuses; bpftrace does.'
        : '';
    const isFlaky = isRecorded
        ? 'the tests are flaky, or depend on something other than system calls: they '
        : 'the tests ';
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${isFlaky}${before}fail ${under}, which was not seen to refuse any call that podman's default profile allows: ${end}`, {
        code: 'replay',
        hint: `${isRecorded ? 'Both outputs are at the end of the log, to compare. ' : ''}Run the tests twice by hand: does the first run leave something behind, such as a file, a used port or a database?${unseen}`
    });
}
/**
 * Calls that the tests make and a committed profile does not allow.
 *
 * @param failure how the tests failed, if they did
 */
function notAllowed(missing, file, failure) {
    const calls = missing.map(sayCall).join('; ');
    const end = failure ? `: ${failure.message}` : ', although the tests passed';
    const byRuntime = missing.filter(call => call.byRuntime);
    const runtime = byRuntime.length === 0
        ? ''
        : `The OCI runtime makes ${names(byRuntime)} to start the container: the calls that it needs (the floor) have changed. `;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${file} refuses calls that the tests make (${calls})${end}`, {
        code: 'replay',
        hint: `${runtime}Record the tests again (\`mode: lock\`) and commit ${file}, or undo the change that led to these calls.`
    });
}


/***/ }),

/***/ 5452:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ proofInput)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _profile_positions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9761);
/* harmony import */ var _syscalls_capabilities_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9314);
/* harmony import */ var _prove_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8098);




/**
 * The names of OCI runtimes while they start a container, if they were not
 * measured: runc sets its own (libcontainer/nsenter), and crun executes a copy
 * of itself by a file descriptor, whose number is then its name.
 */
const RUNTIME_PROGRAMS = ['runc:[2:INIT]', 'crun', '3'];
/**
 * What a replay needs to know about the run so far.
 *
 * @param recorders what can watch, and whether each works
 * @param recorded undefined if nothing was recorded
 */
async function proofInput(inputs, { committed, engine, engineDefault, host }, recorders, recorded) {
    const { architecture } = engine;
    // Without a recording, podman's own set is a good guess.
    const capabilities = recorded?.capabilities ?? _syscalls_capabilities_js__WEBPACK_IMPORTED_MODULE_2__/* .PODMAN_DEFAULT_CAPABILITIES */ .t;
    const { recordUnder, policy } = inputs;
    return {
        watches: await (0,_prove_js__WEBPACK_IMPORTED_MODULE_3__/* .findWatches */ .lQ)(recorders, host),
        watching: {
            host,
            outer: recordUnder === 'default' ? engineDefault : undefined,
            capabilities
        },
        reasons: {
            engineDefault,
            recordUnder,
            architecture,
            capabilities,
            policy,
            runtimePrograms: recorded?.floor?.programs ?? RUNTIME_PROGRAMS,
            locate: (0,_profile_positions_js__WEBPACK_IMPORTED_MODULE_1__/* .findPlaces */ .C)(committed?.text).inUserRule
        },
        file: node_path__WEBPACK_IMPORTED_MODULE_0___default().relative(inputs.workspace, inputs.profile),
        recordedOutput: recorded?.output
    };
}


/***/ }),

/***/ 8098:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lQ: () => (/* binding */ findWatches),
  zn: () => (/* binding */ prove),
  MX: () => (/* binding */ verify),
  zj: () => (/* binding */ withCanary)
});

// EXTERNAL MODULE: ./src/checks/check.ts
var check = __webpack_require__(4669);
// EXTERNAL MODULE: ./src/container/podman.ts
var podman = __webpack_require__(2166);
// EXTERNAL MODULE: ./src/profile/errno.ts
var profile_errno = __webpack_require__(549);
// EXTERNAL MODULE: ./src/profile/serialize.ts
var serialize = __webpack_require__(8399);
// EXTERNAL MODULE: ./src/profile/treatment.ts
var treatment = __webpack_require__(6389);
// EXTERNAL MODULE: ./src/recorders/recorders.ts + 14 modules
var recorders_recorders = __webpack_require__(8289);
// EXTERNAL MODULE: ./src/suite/trace.ts
var trace = __webpack_require__(729);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
var promises_default = /*#__PURE__*/__webpack_require__.n(promises_);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./src/container/deadline.ts
var deadline = __webpack_require__(8499);
// EXTERNAL MODULE: ./src/container/label.ts
var label = __webpack_require__(2321);
// EXTERNAL MODULE: ./src/container/run.ts
var run = __webpack_require__(3042);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/floor/measure.ts
var measure = __webpack_require__(2114);
// EXTERNAL MODULE: ./src/floor/noop.ts
var noop = __webpack_require__(416);
// EXTERNAL MODULE: ./src/host/processes.ts
var processes = __webpack_require__(327);
// EXTERNAL MODULE: ./src/profile/rules.ts
var rules = __webpack_require__(8990);
// EXTERNAL MODULE: ./src/replay/runtimes.ts
var runtimes = __webpack_require__(6942);
;// CONCATENATED MODULE: ./src/replay/canary.ts















/** Reads the text of /proc/PID/status. */
function filterState(status) {
    const field = (name) => {
        const value = new RegExp(`^${name}:\\s*(\\d+)$`, 'm').exec(status)?.[1];
        return value === undefined ? undefined : Number(value);
    };
    return {
        mode: field('Seccomp'),
        filters: field('Seccomp_filters'),
        parent: field('PPid') ?? 0
    };
}
/** No program starts without one of these, execve(2), execveat(2). */
const EXEC = ['execve', 'execveat'];
/**
 * A profile under which no container can start: the same, but it refuses the
 * calls that execute a program. They return an error, whatever the profile does
 * with other calls, because a runtime hangs when one of its threads is killed.
 */
function withoutExec(profile) {
    const refusing = {
        names: EXEC,
        action: 'SCMP_ACT_ERRNO',
        errnoRet: 1,
        args: []
    };
    const others = (0,rules/* withoutNames */.Fw)(profile.syscalls, EXEC);
    return { ...profile, syscalls: [...others, refusing] };
}
/**
 * Proves that the engine enforces a profile, using the tests' image and options
 * and containers that do nothing: one that makes no system call must have one
 * filter more than the process that started it, and none may start under a
 * profile that refuses to execute programs.
 *
 * @param suite its image must be on the machine
 * @param profileFile the profile as podman is given it, absolute
 * @param profile the same, read
 * @returns undefined for an architecture that has no such programs
 * @throws UserError that says what was seen, where the profile is not in force
 *   or a container cannot start under it; the signal's reason
 */
async function proveFilter(suite, profileFile, profile) {
    const program = (0,noop/* spinProgram */.N)(suite.engine.architecture);
    if (!program)
        return undefined;
    const canary = await seeFilter(suite, profileFile, program);
    await seeRefusal(suite, profileFile, profile);
    suite.world.log.info(canary.filters === undefined
        ? 'podman enforces the profile: no container starts where it lacks execve.'
        : 'podman enforces the profile: a container has its filter, and none starts where it lacks execve.');
    return canary;
}
/** Where the endless program is in the container. */
const PLACE = '/.seccomp-lock-spin';
async function seeFilter(suite, profileFile, program) {
    const { world } = suite;
    const { podman, signal, container: name, scratch } = world;
    const spin = await (0,measure/* programOptions */.N5)(program, PLACE, scratch);
    const stop = () => (0,runtimes/* stopStart */.rI)(podman, name);
    try {
        const { value } = await (0,deadline/* withDeadline */.N)(() => observe(suite, profileFile, spin), stop, { timeoutMs: runtimes/* START_LIMIT_MS */.k1, signal });
        await (0,run/* removeContainer */.od)(podman, name);
        return value;
    }
    catch (error) {
        // It may hang; if the run was cancelled, it is gone already.
        await stop();
        throw signal.aborted ? (0,errors/* abortError */.vt)(signal) : error;
    }
}
async function observe({ image, inputs, world }, profileFile, spin) {
    const { podman, signal, container: name } = world;
    const args = [
        'run',
        '--detach',
        `--name=${name}`,
        `--label=${label/* LABEL */.d}=${name}`,
        '--pull=never',
        ...(0,run/* underProfile */.k8)(profileFile),
        ...inputs.runArgs,
        ...spin,
        '--',
        image
    ];
    const start = await podman.run(args, {
        brief: ['run', ...inputs.runArgs, image],
        cwd: inputs.directory
    });
    if (start.exitCode !== 0)
        throw notStarted(profileFile, start.stderr);
    for (const end = Date.now() + SEEN_LIMIT_MS;;) {
        signal.throwIfAborted();
        const pid = await runningPid(world);
        if (pid === 0) {
            const { stdout, stderr } = await podman.run(['logs', name]);
            throw notStarted(profileFile, stdout + stderr);
        }
        const seen = await lookAt(pid);
        if (seen === 'hidden')
            return { filters: undefined };
        if (seen)
            return judge(seen, profileFile);
        if (Date.now() > end) {
            const late = `nothing; its program had not started after ${SEEN_LIMIT_MS / 1000} s`;
            throw notStarted(profileFile, late);
        }
        await (0,external_node_timers_promises_.setTimeout)(PAUSE_MS, undefined, { signal });
    }
}
/** The runtime may load the filter after podman calls the container started. */
const SEEN_LIMIT_MS = 5_000;
const PAUSE_MS = 20;
const stateSchema = dist/* tuple */.PVZ([
    dist/* object */.Ikc({ State: dist/* object */.Ikc({ Pid: dist/* number */.aig(), Running: dist/* boolean */.zMY() }) })
]);
/** The container's first process; 0 if it has ended. */
async function runningPid({ podman, container }) {
    const result = await podman.run(['container', 'inspect', container]);
    if (result.exitCode !== 0)
        return 0;
    const [{ State }] = dist/* parse */.qgA(stateSchema, JSON.parse(result.stdout));
    return State.Running ? State.Pid : 0;
}
/**
 * Looks at the container's endless program: the first process, or its child
 * with `--init`.
 *
 * @returns undefined if it does not run yet, or has ended
 */
async function lookAt(first) {
    const all = await (0,processes/* listProcesses */.O3)();
    const [top] = all.filter(({ pid }) => pid === first);
    if (!top)
        return (await hidesProcesses()) ? 'hidden' : undefined;
    const own = [top, ...(0,processes/* descendants */.DG)(first, all)];
    const pid = own.find(({ argv }) => argv[0] === PLACE)?.pid;
    const program = pid && (await readState(pid));
    const parent = (await readState(first))?.parent;
    if (!pid || !program || parent === undefined)
        return undefined;
    return { pid, program, starter: parent ? await readState(parent) : undefined };
}
/** Whether root's processes, such as the first one, are hidden from us. */
async function hidesProcesses() {
    return (await readState(1)) === undefined;
}
async function readState(pid) {
    const status = await promises_default().readFile(`/proc/${pid}/status`, 'utf8')
        .catch(() => undefined);
    return status === undefined ? undefined : filterState(status);
}
function judge({ pid, program, starter }, profileFile) {
    const [own, outer] = [program.filters, starter?.filters];
    const filters = own === undefined || outer === undefined ? undefined : own - outer;
    if (program.mode === 2 && (filters === undefined || filters > 0)) {
        return { filters };
    }
    const fields = ({ mode, filters: count }) => `Seccomp: ${mode ?? 'not there'}, Seccomp_filters: ${count ?? 'not there'}`;
    throw notEnforced(profileFile, `a container started under it has this in /proc/${pid}/status: ${fields(program)}` +
        (starter
            ? `; the process that started it has this: ${fields(starter)}`
            : ''));
}
async function seeRefusal(suite, profileFile, profile) {
    const file = external_node_path_default().join(suite.world.scratch, 'no-exec.json');
    await promises_default().writeFile(file, (0,serialize/* serializeProfile */.K)(withoutExec(profile)));
    const start = await (0,runtimes/* startNoop */.fE)(suite, { options: (0,run/* underProfile */.k8)(file) });
    if (!start || !(0,runtimes/* isDone */.$L)(start))
        return;
    throw notEnforced(profileFile, 'a container started under the same profile without execve and execveat, which every program needs to start');
}
function notEnforced(profileFile, seen) {
    return new errors/* UserError */.yo(`podman does not enforce the profile ${profileFile}: ${seen}`, {
        code: 'replay',
        hint: 'No profile protects containers on this machine. Find out what removes `--security-opt=seccomp=`: `run-args`, `seccomp_profile` or `runtime` in containers.conf, or a program that replaces podman (`type -a podman`).'
    });
}
function notStarted(profileFile, said) {
    return new errors/* UserError */.yo(`a container that does nothing cannot start under the profile ${profileFile}`, { code: 'replay', hint: `podman said:\n${(0,podman/* lastLines */.w$)(said) || 'nothing'}` });
}

// EXTERNAL MODULE: ./src/replay/denials.ts
var replay_denials = __webpack_require__(3063);
// EXTERNAL MODULE: ./src/replay/enforce.ts + 2 modules
var enforce = __webpack_require__(2404);
// EXTERNAL MODULE: ./src/replay/failure.ts
var replay_failure = __webpack_require__(4733);
// EXTERNAL MODULE: ./src/replay/replay.ts
var replay_replay = __webpack_require__(8072);
;// CONCATENATED MODULE: ./src/replay/prove.ts












/**
 * What can watch for refused calls here, the best first. The last, `nobody`, is
 * no watch and always works.
 *
 * @param recorders those of this machine; the preflight of each includes a
 *   trial
 */
async function findWatches(recorders, host) {
    const isFit = async (watch) => {
        const recorder = recorders.find(({ name }) => name === watch);
        return recorder !== undefined && (0,check/* works */.N)(await recorder.preflight());
    };
    const hasBpftrace = await isFit('bpftrace');
    // With bpftrace it is hardly ever needed, and not worth a trial.
    const hasAudit = hasBpftrace
        ? (0,check/* works */.N)(await (0,recorders_recorders/* checkRecorder */.n)('audit', host))
        : await isFit('audit');
    return [
        ...(hasBpftrace ? ['bpftrace'] : []),
        ...(hasAudit ? ['audit'] : []),
        'nobody'
    ];
}
/**
 * Runs the tests under a profile, adds the refused calls that nothing forbids,
 * and repeats this until no such call is refused.
 *
 * @param derive gives the profile with these calls added
 * @throws UserError where the engine does not enforce the profile, or the watch
 *   lost something; Cancelled
 */
async function prove(suite, derive, input) {
    let healed = [];
    let candidate = derive(healed);
    let watches = input.watches;
    for (let heals = 0;; heals++) {
        const title = heals === 0
            ? 'Replay: run the tests under the new profile'
            : `Replay again, with ${healed.length === 1 ? 'one more call' : `${healed.length} more calls`}`;
        const tried = await tryProfile(suite, candidate.profile, title, {
            ...input,
            watches
        });
        watches = tried.watches;
        const missing = (0,replay_denials/* fixable */.C2)(tried.denials);
        const replay = replayOf(tried, { healed, heals, input });
        if (missing.length === 0) {
            await showOutputs(suite, tried, input);
            return { candidate, replay };
        }
        const give = (failure) => ({
            candidate,
            replay: { ...replay, result: 'failed', failure }
        });
        if (heals === replay_replay/* MAX_HEALS */.$h)
            return give((0,replay_failure/* neverEnough */.nl)(missing));
        const next = derive([...healed, ...missing]);
        const isSame = (0,serialize/* serializeProfile */.K)(next.profile) === (0,serialize/* serializeProfile */.K)(candidate.profile);
        if (isSame)
            return give((0,replay_failure/* notFixable */.RY)(missing));
        const names = new Set(missing.map(({ name }) => name));
        suite.world.log.info(`Refused, and added: ${[...names].join(', ')}.`);
        healed = [...healed, ...missing];
        candidate = next;
    }
}
/**
 * Runs the tests once under a profile, without changing it.
 *
 * @throws as `prove`
 */
async function verify(suite, profile, input) {
    const title = `Replay: run the tests under ${input.file}`;
    const tried = await tryProfile(suite, profile, title, input);
    const replay = replayOf(tried, { healed: [], heals: 0, input });
    const missing = (0,replay_denials/* fixable */.C2)(tried.denials);
    return missing.length === 0
        ? replay
        : {
            ...replay,
            result: 'failed',
            failure: (0,replay_failure/* notAllowed */.mj)(missing, input.file, tried.enforced.failure)
        };
}
/**
 * If the tests failed under the profile, shows what they wrote with and without
 * it: only in the log, where the runner masks secrets.
 */
async function showOutputs({ world }, { enforced }, { recordedOutput }) {
    if (!enforced.failure || recordedOutput === undefined)
        return;
    const ends = {
        'To compare: the end of the output when the tests were recorded': recordedOutput,
        'To compare: the end of the output under the new profile': enforced.run.output
    };
    for (const [title, text] of Object.entries(ends)) {
        await world.log.group(title, show => {
            show((0,podman/* lastLines */.w$)(text, COMPARED_LINES));
            return Promise.resolve();
        });
    }
}
/** How many lines of each output are shown again. */
const COMPARED_LINES = 60;
/** Proves that the engine enforces the profile, if its replay succeeded. */
async function withCanary(suite, profile, replay) {
    if (replay.result === 'failed')
        return replay;
    const file = await (0,enforce/* writeForPodman */.AO)(suite, profile);
    return { ...replay, canary: await proveFilter(suite, file, profile) };
}
/** Runs the tests with the first watch that works. */
async function tryProfile(suite, profile, title, input) {
    const [watch = 'nobody', ...others] = input.watches.filter(name => name !== 'bpftrace' || isSeen(profile));
    const file = await (0,enforce/* writeForPodman */.AO)(suite, profile);
    const watching = { ...input.watching, watch };
    const { log } = suite.world;
    try {
        const enforced = await (0,enforce/* enforce */.FE)(suite, profile, file, title, watching);
        // What it really had, `--cap-add` and all.
        const { capabilities } = enforced.run;
        const inForce = {
            ...input.reasons,
            profile,
            ...(capabilities.length > 0 && { capabilities })
        };
        const denials = (0,replay_denials/* explainDenials */.uw)(enforced.denied ?? [], inForce);
        log.info(summary(enforced, denials));
        return { enforced, denials, watches: [watch, ...others] };
    }
    catch (error) {
        const hasFailed = error instanceof trace/* RecorderFailed */.s || error instanceof trace/* NotRecorded */.M2;
        if (!hasFailed || others.length === 0)
            throw error;
        log.warning(`${watch} could not watch for refused calls: ${error.message.replace(/\.$/, '')}. ${others[0] === 'nobody' ? 'Continuing without a watch.' : `Continuing with ${others[0] ?? 'none'}.`}`);
        return tryProfile(suite, profile, title, { ...input, watches: others });
    }
}
/**
 * Whether a refused call returns an error, by which bpftrace knows it. It does
 * not see a call that kills the process.
 */
function isSeen({ defaultAction, defaultErrno, defaultErrnoRet }) {
    const errno = (0,profile_errno/* errnoOrEperm */.h)(defaultErrno, defaultErrnoRet);
    return ((0,treatment/* isDenyList */.z2)({ defaultAction }) ||
        (defaultAction === 'SCMP_ACT_ERRNO' && errno !== 0));
}
function summary({ denied, made }, denials) {
    if (denied === undefined) {
        return 'Replayed; nothing on this runner can tell which calls were refused.';
    }
    const missing = (0,replay_denials/* fixable */.C2)(denials).length;
    const others = denials.length - missing;
    const onPurpose = others > 0 ? `, and ${others} refused on purpose` : '';
    return made
        ? `Replayed: ${made.length} different system calls made, ${missing} refused${onPurpose}.`
        : `Replayed: ${missing} refused${onPurpose}, as a second run showed that let them through.`;
}
function replayOf({ enforced, denials, watches }, { healed, heals, input }) {
    const { run: ended, failure, made } = enforced;
    const [watch = 'nobody'] = watches;
    const reason = failure &&
        (0,replay_failure/* testsFail */.Wj)({
            failure,
            refused: (0,replay_denials/* forbidden */.o0)(denials),
            hasStarted: ended.started,
            watch,
            file: input.file,
            isRecorded: input.recordedOutput !== undefined
        });
    return {
        ...replay_replay/* SKIPPED */.$O,
        result: reason ? 'failed' : healed.length > 0 ? 'healed' : 'passed',
        watch,
        rounds: heals + 1,
        made: made?.length,
        denied: denials,
        healed,
        failure: reason
    };
}


/***/ }),

/***/ 8072:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $O: () => (/* binding */ SKIPPED),
/* harmony export */   $h: () => (/* binding */ MAX_HEALS),
/* harmony export */   aC: () => (/* binding */ RUNTIMES),
/* harmony export */   b0: () => (/* binding */ failedReplay)
/* harmony export */ });
/** How many times refused calls are added and the tests run again. */
const MAX_HEALS = 3;
/**
 * The OCI runtimes that podman's packages bring, by podman's names for them.
 */
const RUNTIMES = ['crun', 'runc'];
/** A replay that could not be made, or not trusted. */
function failedReplay(failure) {
    return { ...SKIPPED, result: 'failed', failure };
}
/** No replay: it was switched off, or there is no profile to try. */
const SKIPPED = {
    result: 'skipped',
    watch: 'nobody',
    rounds: 0,
    made: undefined,
    denied: [],
    healed: [],
    forOthers: [],
    failure: undefined,
    canary: undefined,
    runtimes: []
};


/***/ }),

/***/ 6942:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $L: () => (/* binding */ isDone),
/* harmony export */   fE: () => (/* binding */ startNoop),
/* harmony export */   k1: () => (/* binding */ START_LIMIT_MS),
/* harmony export */   nO: () => (/* binding */ tryRuntimes),
/* harmony export */   rI: () => (/* binding */ stopStart)
/* harmony export */ });
/* unused harmony exports nameRefused, shortReason */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _container_deadline_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8499);
/* harmony import */ var _container_engine_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8273);
/* harmony import */ var _container_kill_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3287);
/* harmony import */ var _container_podman_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2166);
/* harmony import */ var _container_run_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3042);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3916);
/* harmony import */ var _floor_measure_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2114);
/* harmony import */ var _host_processes_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(327);
/* harmony import */ var _replay_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8072);











/**
 * Starts a container that does nothing, of the tests' image and options, under
 * each runtime on this machine other than the engine's own. One start each, so
 * a call that Go's scheduler makes only by chance may be missed.
 *
 * @param suite its image must be on the machine
 * @param watch names the refused calls: a recorder made for this profile's
 *   refusals
 * @returns one for each runtime; none if the architecture has no program that
 *   does nothing
 * @throws the signal's reason; UserError where a container cannot be removed
 */
async function tryRuntimes(suite, profileFile, watch) {
    const trials = [];
    for (const name of _replay_js__WEBPACK_IMPORTED_MODULE_10__/* .RUNTIMES */ .aC) {
        if (name === suite.engine.runtime.split(' ')[0])
            continue;
        const runtime = await versionOf(suite, name);
        if (runtime === undefined)
            continue;
        const trial = await tryRuntime(suite, profileFile, name, watch);
        if (trial)
            trials.push({ runtime, ...trial });
    }
    return trials;
}
/** Only podman knows where it looks for a runtime: containers.conf(5). */
async function versionOf({ world }, name) {
    try {
        const { runtime } = await (0,_container_engine_js__WEBPACK_IMPORTED_MODULE_3__/* .inspectEngine */ .P7)(withRuntime(world.podman, name));
        return runtime;
    }
    catch (error) {
        // It is not installed, or cannot even say its version.
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_7__/* .UserError */ .yo)
            return undefined;
        throw error;
    }
}
async function tryRuntime(suite, profileFile, runtime, watch) {
    const { log } = suite.world;
    const options = (0,_container_run_js__WEBPACK_IMPORTED_MODULE_6__/* .underProfile */ .k8)(profileFile);
    const start = await startNoop(suite, { options, runtime });
    if (!start)
        return undefined;
    if (isDone(start)) {
        log.info(`\`${runtime}\` starts a container under the profile.`);
        return { result: 'starts' };
    }
    const plain = await startNoop(suite, { options: [], runtime });
    if (!plain || !isDone(plain)) {
        const said = lastWords(plain ?? start);
        log.info(`\`${runtime}\` does not start on this machine (${shortReason(said)}): not tried.`);
        return { result: 'not here', said };
    }
    log.info(`\`${runtime}\` cannot start a container under the profile: ${shortReason(lastWords(start))}.`);
    const named = watch && (await nameRefused(suite, profileFile, watch, runtime));
    const denied = named?.denied;
    return {
        result: 'refused',
        said: lastWords(start),
        ...(denied && { denied })
    };
}
/**
 * Starts a container that does nothing under a profile once more, while a
 * recorder watches what the filter refuses.
 *
 * @param watch a recorder made for this profile's refusals
 * @param runtime podman's name for it; the engine's own if undefined
 * @returns undefined if it does start now, or the architecture has no program
 *   that does nothing
 * @throws the signal's reason; UserError where a container cannot be removed
 */
async function nameRefused(suite, profileFile, watch, runtime) {
    const { scratch: top, signal, log } = suite.world;
    const scratch = await node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default().mkdtemp(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(top, `${watch.name}-`));
    const title = 'Find out what the profile refuses';
    const options = (0,_container_run_js__WEBPACK_IMPORTED_MODULE_6__/* .underProfile */ .k8)(profileFile);
    const session = await watch.start({ scratch, signal }).catch(unlessOurs);
    if (!session) {
        const start = await startNoop(suite, { title, options, runtime });
        return start && !isDone(start) ? { said: lastWords(start) } : undefined;
    }
    try {
        const start = await startNoop(suite, {
            title,
            options: [...session.options, ...options],
            wrap: argv => session.wrap(argv),
            runtime
        });
        if (!start || isDone(start))
            return undefined;
        const { id, finishedAt } = start;
        // Its losses do not matter: one is the `execve` that was never reached.
        const seen = await session.finish(id, finishedAt).catch(unlessOurs);
        return { said: lastWords(start), ...(seen && { denied: seen.denied }) };
    }
    finally {
        await session.close().catch((error) => {
            log.warning((0,_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .messageOf */ .bD)(error));
        });
    }
}
/** Naming the calls is an extra, and may fail. */
function unlessOurs(error) {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_7__/* .UserError */ .yo))
        throw error;
}
/**
 * Runs a container of the tests' image and options that does nothing. It is
 * gone afterwards.
 *
 * @param suite its image must be on the machine
 * @returns how it went; undefined where the architecture has no such program
 * @throws the signal's reason; UserError where it cannot be removed
 */
async function startNoop(suite, { title, options, runtime, wrap = argv => argv }) {
    const { image, engine, inputs, world } = suite;
    const { log, signal, container: name, scratch } = world;
    const noop = await (0,_floor_measure_js__WEBPACK_IMPORTED_MODULE_8__/* .noopOptions */ .Z2)(engine.architecture, scratch);
    if (!noop)
        return undefined;
    const podman = runtime === undefined ? world.podman : withRuntime(world.podman, runtime);
    const container = {
        image,
        name,
        wrap,
        mayPull: false,
        command: [],
        options: [...options, ...inputs.runArgs, ...noop],
        runArgs: inputs.runArgs,
        directory: inputs.directory
    };
    const start = (show) => (0,_container_deadline_js__WEBPACK_IMPORTED_MODULE_2__/* .withDeadline */ .N)(() => (0,_container_run_js__WEBPACK_IMPORTED_MODULE_6__/* .runContainer */ .zR)(podman, container, show), () => stopStart(podman, name), { timeoutMs: START_LIMIT_MS, signal });
    try {
        const { value, timedOut } = title === undefined
            ? await start(() => undefined)
            : await log.group(title, start);
        if (title === undefined)
            log.debug(value.output.trimEnd());
        if (!timedOut)
            return value;
        const late = `It did not end within ${START_LIMIT_MS / 1000} s and was stopped.`;
        return {
            ...value,
            exitCode: value.exitCode || 128,
            stderr: `${value.stderr.trimEnd()}\n${late}`.trimStart()
        };
    }
    finally {
        await (0,_container_run_js__WEBPACK_IMPORTED_MODULE_6__/* .removeContainer */ .od)(podman, name);
    }
}
/** How long a container that does nothing may take: a second is usual. */
const START_LIMIT_MS = 30_000;
/**
 * Ends a start that hangs, which podman cannot do by itself. Under a profile
 * that kills a thread (SCMP_ACT_KILL), the other threads of runc wait for that
 * thread, and podman takes the container for stopped because its first thread
 * is. This kills what the container's monitor started, and then podman ends by
 * itself. It spares the podman that the monitor starts once the container has
 * ended (conmon's `--exit-command`): killed halfway, that leaves a network that
 * no podman can take down.
 */
async function stopStart(podman, name) {
    const all = await (0,_host_processes_js__WEBPACK_IMPORTED_MODULE_9__/* .listProcesses */ .O3)();
    const monitors = all.filter(
    // conmon(8): `--name`, `-n`.
    ({ argv }) => argv[argv.indexOf('-n') + 1] === name && argv.includes('-n'));
    const inner = monitors
        .flatMap(({ pid }) => (0,_host_processes_js__WEBPACK_IMPORTED_MODULE_9__/* .descendants */ .DG)(pid, all))
        .filter(({ argv }) => node_path__WEBPACK_IMPORTED_MODULE_1___default().basename(argv[0] ?? '') !== 'podman');
    if (inner.length > 0)
        await (0,_container_kill_js__WEBPACK_IMPORTED_MODULE_4__/* .killAsRoot */ .h)(podman, (0,_host_processes_js__WEBPACK_IMPORTED_MODULE_9__/* .pidsOf */ .IG)(inner), 'KILL');
    await (0,_container_run_js__WEBPACK_IMPORTED_MODULE_6__/* .stopTests */ .Gb)(podman, name);
}
/** Podman with another OCI runtime than its own, podman(1). */
function withRuntime(podman, runtime) {
    return {
        ...podman,
        run: (args, { brief, ...options } = {}) => {
            const own = ['--runtime', runtime];
            return podman.run([...own, ...args], {
                ...options,
                ...(brief && { brief: [...own, ...brief] })
            });
        }
    };
}
/**
 * Whether the container's program was reached and ended. A runtime that cannot
 * execute it ends the container with an exit code of its own.
 */
function isDone({ started, exitCode }) {
    return started && exitCode === 0;
}
/** Why a container does not start, in a few words of podman's. */
function shortReason(said) {
    const [reason = ''] = (0,_container_podman_js__WEBPACK_IMPORTED_MODULE_5__/* .lastLines */ .w$)(said, 1)
        .replace(/^Error: /, '')
        .replace(/^OCI runtime error: /, '')
        .replace(/^\w+: /, '')
        .split(', ');
    return reason.length > REASON_LENGTH
        ? `${reason.slice(0, REASON_LENGTH)}…`
        : reason;
}
const REASON_LENGTH = 100;
/** What podman said when a container did not start, for a message. */
function lastWords({ stderr, exitCode }) {
    return (0,_container_podman_js__WEBPACK_IMPORTED_MODULE_5__/* .lastLines */ .w$)(stderr) || `nothing; it ended with exit code ${exitCode}`;
}


/***/ }),

/***/ 856:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $O: () => (/* binding */ annotateRefused),
/* harmony export */   FW: () => (/* binding */ annotateUnknown),
/* harmony export */   KE: () => (/* binding */ MAX_ANNOTATIONS),
/* harmony export */   WP: () => (/* binding */ annotateDenied),
/* harmony export */   rT: () => (/* binding */ annotateReview)
/* harmony export */ });
/* harmony import */ var _profile_managed_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3456);
/* harmony import */ var _profile_parse_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2992);
/* harmony import */ var _profile_positions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9761);
/* harmony import */ var _replay_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4733);
/* harmony import */ var _syscalls_danger_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5985);
/* harmony import */ var _text_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1789);
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6590);
/* harmony import */ var _review_maker_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9263);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2691);









/** In UTF-16 units; no reader wants more in the margin. */
const MAX_MESSAGE = 4096;
/**
 * GitHub shows ten annotations of a type a step and drops the others. A step
 * that fails adds one error, with its headline; other parts of a run also give
 * warnings.
 */
const MAX_ANNOTATIONS = { error: 9, warning: 5, notice: 10 };
/**
 * An annotation on each call and setting that is new and opens the profile, and
 * on each danger that the workflow does not name, the dangerous ones first.
 *
 * @param review sorted, the dangerous findings first
 */
function annotateReview(input) {
    const { review, reasons, text } = input;
    const { findings, unnamed } = review;
    const isUnnamed = (subject) => unnamed.some(risk => isSame(risk.subject, subject));
    const opened = findings.filter(({ effect }) => effect === 'opens');
    const old = unnamed.filter(({ subject }) => !opened.some(finding => isSame(finding.subject, subject)));
    const isBlamed = ({ subject, comparison }) => isUnnamed(subject)
        ? reasons.includes('dangerous')
        : comparison === 'needed' && reasons.includes('added');
    const placeOf = findSubjects(text);
    const remark = (risk) => ({
        place: placeOf(risk.subject),
        message: sayAnnotation(risk, isUnnamed(risk.subject))
    });
    const onRest = (rest) => `${rest.length} more: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_7__/* .some */ .zN)(rest, ({ subject }) => subject.name)}.`;
    return [
        ...limited(reasons.includes('dangerous') ? 'error' : 'notice', old, remark, onRest),
        ...limited('error', opened.filter(isBlamed), remark, onRest),
        ...limited('notice', opened.filter(finding => !isBlamed(finding)), remark, onRest)
    ];
}
function sayAnnotation(risk, isUnnamed) {
    const { subject, danger, maker } = risk;
    const { level, brief } = danger;
    const kind = KINDS[subject.kind];
    const what = level === 'none' ? `New ${kind}` : `${LEVELS[level]} ${kind}`;
    const lets = brief === undefined ? '' : `, which lets an intruder ${brief}`;
    const made = subject.kind === 'call' && maker.by !== 'unknown'
        ? ` Made by: ${(0,_review_maker_js__WEBPACK_IMPORTED_MODULE_6__/* .sayMaker */ .m)(maker)}.`
        : '';
    const way = 'way' in risk && risk.way !== undefined ? ` ${risk.way}.` : '';
    const word = isUnnamed
        ? ' The input `accept-dangerous` does not name it.'
        : '';
    const name = subject.kind === 'file' ? 'the file is deleted' : subject.name;
    return `${what}: ${name}${lets}.${way}${made}${word}`;
}
const KINDS = {
    call: 'system call',
    setting: 'setting',
    file: 'change'
};
const LEVELS = { notable: 'Notable', dangerous: 'Dangerous' };
const isSame = (a, b) => a.kind === b.kind && a.name === b.name;
/**
 * Where a file says something, or would say it: a call on its own line, or on
 * that of the name before it in the managed rule; a setting on that of its key.
 */
function findSubjects(text) {
    if (text === undefined)
        return () => undefined;
    const { first } = (0,_profile_positions_js__WEBPACK_IMPORTED_MODULE_1__/* .findPlaces */ .C)(text);
    const { positionOf } = (0,_text_json_js__WEBPACK_IMPORTED_MODULE_4__/* .parseJson */ .qF)(text, 'the profile');
    const { syscalls } = (0,_profile_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .parseProfile */ .j)(text, 'the profile');
    const names = syscalls.find(_profile_managed_js__WEBPACK_IMPORTED_MODULE_8__/* .isManaged */ .yF)?.names.toSorted() ?? [];
    return ({ kind, name }) => {
        if (kind === 'setting')
            return keyPlace(name, positionOf);
        if (kind === 'file')
            return { line: 1 };
        const before = names.findLast(other => other < name);
        const near = before === undefined ? undefined : first(before);
        return first(name) ?? { line: near?.line ?? 1 };
    };
}
function keyPlace(setting, positionOf) {
    const key = setting.startsWith('architecture')
        ? 'architectures'
        : (KEYS[setting] ?? 'defaultAction');
    return { line: positionOf([key]).line };
}
const KEYS = {
    'errno-0': 'defaultErrnoRet',
    listener: 'listenerPath',
    flags: 'flags'
};
/** An annotation on each needed but denied call, where the file names it. */
function annotateDenied(input) {
    const { denied, text } = input;
    if (denied.length === 0)
        return [];
    const placeOf = (0,_profile_positions_js__WEBPACK_IMPORTED_MODULE_1__/* .findPlaces */ .C)(text).first;
    return limited('error', denied, call => {
        const { why } = (0,_syscalls_danger_js__WEBPACK_IMPORTED_MODULE_3__/* .dangerOf */ .Nz)(call.name);
        return {
            place: placeOf(call.name),
            message: `Denied: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_7__/* .callBy */ .KE)(call.name, call.line)}, but ${(0,_words_js__WEBPACK_IMPORTED_MODULE_7__/* .whyNeeded */ .yO)(call)}. ${why === undefined ? '' : `${why} `}The profile was not written; the report says what to do.`
        };
    }, rest => `${rest.length} more denied calls that are needed: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_7__/* .some */ .zN)(rest, ({ name }) => (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .codeSpan */ .SS)(name))}.`);
}
/**
 * An annotation on each call that was wrongly refused, where the file names it,
 * or on the first line.
 */
function annotateRefused({ replay: { denied, result }, profile, text }) {
    if (result !== 'failed')
        return [];
    const { first } = (0,_profile_positions_js__WEBPACK_IMPORTED_MODULE_1__/* .findPlaces */ .C)(text);
    return limited('error', denied.filter(({ why }) => why.kind !== 'default'), ({ name, programs, why }) => ({
        place: (why.kind === 'rule' ? why.at : first(name)) ??
            (text === undefined ? undefined : { line: 1 }),
        message: `Refused: ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .codeSpan */ .SS)(name)}${programs.length > 0 ? `, made by ${(0,_words_js__WEBPACK_IMPORTED_MODULE_7__/* .some */ .zN)(programs, ({ comm }) => (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .codeSpan */ .SS)(comm))}` : ''}: ${(0,_replay_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .sayWhy */ .mR)(why, profile)}.`
    }), rest => `${rest.length} more refused calls: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_7__/* .some */ .zN)(rest, ({ name }) => (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .codeSpan */ .SS)(name))}.`);
}
/** An annotation on each name of the committed profile that is not a call. */
function annotateUnknown(input) {
    const { unknown, text } = input;
    if (unknown.length === 0)
        return [];
    const placeOf = (0,_profile_positions_js__WEBPACK_IMPORTED_MODULE_1__/* .findPlaces */ .C)(text).first;
    return limited('warning', unknown, name => ({ place: placeOf(name), message: (0,_words_js__WEBPACK_IMPORTED_MODULE_7__/* .sayUnknown */ .SR)(name) }), rest => `${rest.length} more names are not system calls that we know: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_7__/* .some */ .zN)(rest, _text_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .codeSpan */ .SS)}.`);
}
/** An annotation on each item; of too many, the last one sums up the rest. */
function limited(level, items, remark, onRest) {
    const max = MAX_ANNOTATIONS[level];
    const shown = items.length > max ? items.slice(0, max - 1) : items;
    const rest = items.slice(shown.length);
    const remarks = [
        ...shown.map(remark),
        ...(rest.length > 0 ? [{ place: { line: 1 }, message: onRest(rest) }] : [])
    ];
    return remarks.map(({ place, message }) => ({
        level,
        place,
        message: (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .shortened */ .vI)((0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .oneLine */ .TN)(message), MAX_MESSAGE - 1)
    }));
}


/***/ }),

/***/ 1449:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ sayCounts)
/* harmony export */ });
/** How many programs a line names. */
const SHOWN = 3;
/**
 * The programs that made a call, and how often: `` `ls` × 3, `sh` × 1 ``.
 *
 * @param span writes a program's name: for a line, or for a table's cell
 */
function sayCounts(programs, span) {
    const rest = programs.length - SHOWN;
    const shown = programs
        .slice(0, SHOWN)
        .map(({ comm, count, atLeast }) => {
        const times = count.toLocaleString('en');
        return `${span(comm)} × ${times}${atLeast ? ' or more' : ''}`;
    })
        .join(', ');
    return rest > 0 ? `${shown} and ${rest} more` : shown;
}


/***/ }),

/***/ 9652:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QU: () => (/* binding */ sayPublication),
/* harmony export */   V1: () => (/* binding */ DECIDED),
/* harmony export */   hY: () => (/* binding */ renderPatch)
/* harmony export */ });
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6590);

/** Whether the profile was committed, as a sentence of Markdown. */
function sayPublication(publication) {
    switch (publication.kind) {
        case 'committed':
            return `**Committed** to ${branch(publication.ref)} as ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS)(publication.sha.slice(0, 12))}.`;
        case 'there':
            return `${branch(publication.ref)} already has this profile.`;
        case 'superseded':
            return `**Not committed: superseded by a newer push** to ${branch(publication.ref)}. This profile belongs to the commit that was tested. The run for the newer commit decides, if there is one: a commit made with the job's own token does not start a run.`;
        case 'gone':
            return `**Not committed**: ${branch(publication.ref)} no longer exists.`;
        case 'refused':
            return `**Not committed** to ${branch(publication.ref)}: ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(publication.why)}.`;
        case 'left':
            return `Not committed: ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(publication.why)}.`;
    }
}
const branch = (ref) => (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS)(ref.replace(/^refs\/heads\//, ''));
/** With these there is nothing left to do. */
const DECIDED = [
    'committed',
    'there',
    'superseded',
    'gone'
];
/** A line that cannot occur in a patch. */
const END = 'END_OF_PATCH';
/**
 * The change as a command to paste in a checkout, in a fold.
 *
 * @param patch for `git apply`, not empty
 */
function renderPatch(patch) {
    if (!(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .isPlain */ .$i)(patch)) {
        return '<sub>The change cannot be shown as a patch: it contains characters that a web page cannot carry. The new profile is only in the workspace of this run.</sub>';
    }
    const changed = patch.match(/^[+-](?![+-]{2} )/gm)?.length ?? 0;
    return [
        `<details><summary>Patch (${changed} ${changed === 1 ? 'line' : 'lines'})</summary>`,
        '',
        // Elsewhere than at the top git passes over other directories' files.
        'In the top directory of a checkout of the branch:',
        '',
        (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .fenced */ .OF)(`git apply <<'${END}'\n${patch}${END}`, 'sh'),
        '',
        '</details>'
    ].join('\n');
}


/***/ }),

/***/ 3819:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ renderReplay)
/* harmony export */ });
/* harmony import */ var _replay_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4733);
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6590);
/* harmony import */ var _programs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1449);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2691);




/** How the tests went under the profile. */
function renderReplay(replay, profile) {
    if (replay.result === 'skipped')
        return '';
    return [
        ...renderFailure(replay),
        headlineOf(replay),
        ...renderDenied(replay, profile),
        ...renderHealed(replay),
        ...renderRuntimes(replay)
    ].join('\n');
}
/** The replay's one line. */
function headlineOf(replay) {
    const { result, watch, made, denied, rounds, canary } = replay;
    const onPurpose = denied.filter(({ why }) => why.kind !== 'not recorded');
    const refused = denied.length - onPurpose.length;
    const calls = made === undefined
        ? 'in a second run with refusals let through and logged, '
        : `${made} different system calls, `;
    const counts = watch === 'nobody'
        ? 'this runner cannot tell which calls were refused (with bpftrace it could)'
        : `${calls}${refused}${made === undefined ? ' calls would have been refused' : ' refused'}${onPurpose.length > 0 ? `, and ${onPurpose.length} blocked by your rules or podman's default` : ''}`;
    const times = rounds > 1 ? `, ${rounds} times` : '';
    const proof = canary?.filters === undefined
        ? ''
        : ' A canary container confirmed that podman enforces it.';
    if (rounds === 0)
        return '';
    return result === 'failed'
        ? `The tests ran under it${times}: ${counts}.`
        : `**Replayed under the profile**${times}: the tests passed; ${counts}.${proof}`;
}
function renderFailure({ result, failure }) {
    if (result !== 'failed' || !failure)
        return [];
    return [
        '### The replay failed',
        '',
        (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .fenced */ .OF)([failure.message, failure.hint ?? ''].join('\n').trim()),
        ''
    ];
}
function renderDenied({ denied }, profile) {
    if (denied.length === 0)
        return [];
    return [
        '',
        '| refused call | made by | returned | why |',
        '| --- | --- | --- | --- |',
        ...denied.map(call => `| ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeCell */ .MZ)(call.name)} | ${sayPrograms(call)} | ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .sayErrno */ .Sy)(call.errno)} | ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeCell */ .MZ)((0,_replay_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .sayWhy */ .mR)(call.why, profile))} |`)
    ];
}
function sayPrograms({ programs }) {
    return programs.length === 0 ? 'not known' : (0,_programs_js__WEBPACK_IMPORTED_MODULE_3__/* .sayCounts */ .A)(programs, _text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeCell */ .MZ);
}
function renderHealed({ healed, result }) {
    if (healed.length === 0)
        return [];
    return [
        '',
        '### Seen only in a replay',
        '',
        `In no recording, but refused in a replay: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(healed)}. ${result === 'failed' ? 'The tests were run again with them allowed.' : 'The profile allows them now.'} If the tests made them, the suite varies from run to run: more \`runs\` find such calls sooner.`,
        '',
        ...healed.map(call => `- ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(call.name)}: ${call.programs.length > 0 ? (0,_programs_js__WEBPACK_IMPORTED_MODULE_3__/* .sayCounts */ .A)(call.programs, _text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS) : 'caller unknown'}${call.byRuntime ? ', the OCI runtime' : ''}`)
    ];
}
function renderRuntimes({ runtimes, forOthers, result }) {
    const refused = runtimes.filter(trial => trial.result === 'refused');
    const starts = runtimes.filter(({ result }) => result === 'starts');
    return [
        ...(starts.length > 0
            ? [
                '',
                `A container also starts under it with ${starts.map(({ runtime }) => (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(runtime)).join(', ')}.`
            ]
            : []),
        ...(forOthers.length > 0
            ? [
                '',
                `${result === 'failed' ? 'Added for the replay' : 'Added'}, because another runtime on this machine needs them: ${forOthers.map(({ name }) => (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(name)).join(', ')}.`
            ]
            : []),
        ...refused.flatMap(({ runtime, denied = [], said }) => [
            '',
            `**${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(runtime)} cannot start a container under the profile**${denied.length > 0 ? `, which refuses ${denied.map(({ name }) => (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(name)).join(', ')}` : ''}:`,
            '',
            (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .fenced */ .OF)(said)
        ])
    ];
}


/***/ }),

/***/ 8398:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _0: () => (/* binding */ detail),
  Pl: () => (/* binding */ report_headline),
  X5: () => (/* binding */ renderHeading),
  lN: () => (/* binding */ reportSections),
  uW: () => (/* binding */ section)
});

// UNUSED EXPORTS: renderReport

// EXTERNAL MODULE: ./src/text/markdown.ts
var markdown = __webpack_require__(6590);
// EXTERNAL MODULE: ./src/verdict/publication.ts
var verdict_publication = __webpack_require__(8863);
// EXTERNAL MODULE: ./src/syscalls/danger.ts + 4 modules
var danger = __webpack_require__(5985);
// EXTERNAL MODULE: ./src/report/words.ts
var words = __webpack_require__(2691);
;// CONCATENATED MODULE: ./src/report/denied.ts



/** Calls that are needed and that `deny` names; what to do about them. */
function renderDenied({ judgement, profile }) {
    const { denied } = judgement;
    const file = (0,markdown/* codeSpan */.SS)(profile);
    const rows = denied.map(call => {
        const { level, why } = (0,danger/* dangerOf */.Nz)(call.name);
        const mark = level === 'none' ? '' : `**${level}**: `;
        const sentence = why === undefined ? '' : ` ${mark}${why}`;
        return `- ${(0,words/* callBy */.KE)(call.name, call.line)}: ${(0,words/* whyNeeded */.yO)(call)}.${sentence}`;
    });
    const reasons = new Set(denied.flatMap(({ why }) => why));
    return [
        '### Needed but denied',
        '',
        'The input `deny` names these calls, but a profile without them would not work. So no profile was written; the rest of this report shows what else would have changed.',
        '',
        ...rows,
        '',
        '**What to do now:**',
        '',
        ...[...reasons].map(why => `- ${remedy(why, file)}`)
    ].join('\n');
}
/** How to resolve a denied call that is needed for this reason. */
function remedy(why, file) {
    switch (why) {
        case 'recorded':
            return 'Recorded in the tests, made by them or by the runtime as it starts the container: revert the code that makes the calls, or remove them from `deny`.';
        case 'needed to start any container':
            return 'Needed to start any container: remove the calls from `deny`. Instead of a group, list its other calls.';
        case 'allowed by a user rule':
            return `Allowed by one of your rules: change that rule in ${file}, or remove the calls from \`deny\`.`;
        case 'not denied by the deny-list':
            return `Let through by ${file}, which lists what it denies: add the calls to its list, or remove them from \`deny\`.`;
    }
}

// EXTERNAL MODULE: ./src/report/review/maker.ts
var maker = __webpack_require__(9263);
;// CONCATENATED MODULE: ./src/report/elsewhere.ts




/** New calls that the runner's runtime needs and the tests do not make. */
function renderDrift({ drift, provenance }) {
    if (drift.length === 0)
        return '';
    return [
        '### Runner drift',
        '',
        `These calls are new because of the runner, not because of the tests: its OCI runtime makes them to start any container.`,
        '',
        ...drift.map(name => {
            const { level, why } = (0,danger/* dangerOf */.Nz)(name);
            const risk = [level, why].filter(Boolean).join(': ');
            return `- ${(0,markdown/* codeSpan */.SS)(name)}${level === 'none' ? '' : ` (${risk})`}`;
        }),
        '',
        (0,markdown/* prose */.CS)(provenance)
    ].join('\n');
}
/** Calls added so that the profile works elsewhere, and why. */
function renderPortable({ portable }) {
    if (portable.length === 0)
        return '';
    const runtimes = portable.filter(call => call.runtimes.length > 0);
    const families = portable.filter(call => call.runtimes.length === 0);
    const rows = [...runtimes, ...families].map(call => `- ${(0,markdown/* codeSpan */.SS)(call.name)}: ${(0,maker/* sayReason */.S)(call, markdown/* codeSpan */.SS)}`);
    return [
        `<details><summary>Added so that the profile works with another runtime, libc or kernel: ${(0,words/* count */.U9)(portable)}</summary>`,
        '',
        ...rows,
        '',
        'To leave them out, set `portability: off`.',
        '',
        '</details>'
    ].join('\n');
}

;// CONCATENATED MODULE: ./src/report/profile.ts


/** What a profile that lists denied calls can be turned into. */
function renderDenyList({ isDenyList, profile }) {
    if (!isDenyList)
        return '';
    return `${(0,markdown/* codeSpan */.SS)(profile)} lists what it denies and lets everything else through, so it was left unchanged. To get a profile that allows only what the tests need, move this file away or set the input \`profile\` to another path.`;
}
/** Calls that were not made, and stay because the input `removals` says so. */
function renderUnseen({ unseen }) {
    return (0,words/* renderList */.pI)('Not seen, kept', unseen, 'The profile allows these calls, but the tests did not make them. They stay because of `removals: report`.');
}
/** Calls that the user's own rules decide on. */
function renderGoverned({ governed, isDenyList }) {
    return (0,words/* renderList */.pI)('Covered by your own rules', governed, isDenyList
        ? 'The tests used these calls, or the input `allow` names them, but the profile denies them, at least for some arguments. Programs that run under it get an error for them.'
        : 'The tests used these calls, or the input `allow` names them, but one of your rules does not allow them outright. Your rule stands; the calls are not in the managed rule.');
}
/** Calls that were not made, and stay until that is certain. */
function renderPending({ pending }) {
    if (pending.length === 0)
        return '';
    const rows = pending.map(({ name, unseen, more }) => `- ${(0,markdown/* codeSpan */.SS)(name)}: not made in the last ${unseen} ${unseen === 1 ? 'run' : 'runs'}; removed after ${more} more without it`);
    return [
        '### Not seen this time, kept for now',
        '',
        'The profile allows these calls, but the tests did not make them this time. Judging by earlier runs on this runner, that may be chance, so they stay for now. A higher `confirm-removals` decides sooner; with `0`, calls are removed at once.',
        '',
        ...rows
    ].join('\n');
}
/** Names in the committed profile that are not system calls. */
function renderUnknown({ unknown, profile }) {
    if (unknown.length === 0)
        return '';
    const rest = unknown.length - MAX_UNKNOWN;
    return [
        '### Names that are not system calls',
        '',
        `The committed ${(0,markdown/* codeSpan */.SS)(profile)} lists them. Engines ignore names they do not know.`,
        '',
        ...unknown.slice(0, MAX_UNKNOWN).map(name => `- ${(0,words/* sayUnknown */.SR)(name)}`),
        ...(rest > 0 ? [`- and ${rest} more`] : [])
    ].join('\n');
}
const MAX_UNKNOWN = 10;

// EXTERNAL MODULE: ./src/report/publication.ts
var report_publication = __webpack_require__(9652);
// EXTERNAL MODULE: ./src/syscalls/kept.ts
var kept = __webpack_require__(2740);
// EXTERNAL MODULE: ./src/report/programs.ts
var report_programs = __webpack_require__(1449);
;// CONCATENATED MODULE: ./src/report/recording.ts




/** What the recordings show besides the calls. */
function renderRecording(findings) {
    return [
        renderRefused(findings),
        renderDoubts(findings),
        renderSometimes(findings)
    ]
        .filter(text => text !== '')
        .join('\n\n');
}
function renderRefused({ refused }) {
    if (refused.length === 0)
        return '';
    const rows = refused.map(({ name, programs, errno }) => `- ${(0,markdown/* codeSpan */.SS)(name)} (${(0,words/* sayErrno */.Sy)(errno)}): ${(0,report_programs/* sayCounts */.A)(programs, markdown/* codeSpan */.SS)}`);
    return [
        '### Refused while the tests ran',
        '',
        "podman's default profile refused these calls, and the tests passed anyway. The profile does not allow them in that way either. If your program really needs them, record with `record-under: allow-all`; the profile is then wider than podman's default.",
        '',
        ...rows
    ].join('\n');
}
function renderDoubts({ doubts, blind }) {
    const all = [...doubts, ...blind];
    if (all.length === 0)
        return '';
    return [
        '### Limits of this recording',
        '',
        ...all.map(sentence => `- ${(0,markdown/* prose */.CS)(sentence)}`)
    ].join('\n');
}
function renderSometimes({ calls, runs }) {
    // Calls that every profile has may come and go by chance: harmless.
    const sometimes = calls.filter(call => call.runs < runs && !kept/* ALWAYS_KEPT */.l.includes(call.name));
    if (sometimes.length === 0)
        return '';
    const rows = sometimes.map(call => `- ${(0,markdown/* codeSpan */.SS)(call.name)}: in ${call.runs} of ${runs}`);
    return [
        `### Not made in every one of the ${runs} runs`,
        '',
        'They are in the profile. If the suite varies from run to run, the profile is right only by luck.',
        '',
        ...rows
    ].join('\n');
}
const MADE_BY = {
    runtime: 'runtime',
    application: 'tests',
    both: 'both'
};
/** All calls with who made them; for the curious. */
function renderCalls({ calls, runs }) {
    const known = calls.filter(c => c.programs.length > 0);
    if (known.length === 0)
        return '';
    const rows = known.map(({ name, architecture, programs, origin, runs: seen }) => `| ${(0,markdown/* codeCell */.MZ)(name)}${architecture ? ` (${architecture})` : ''} | ${MADE_BY[origin]} | ${(0,report_programs/* sayCounts */.A)(programs, markdown/* codeCell */.MZ)} |${runs > 1 ? ` ${seen} |` : ''}`);
    return [
        `<details><summary>Recorded: ${(0,words/* count */.U9)(known)}, and who made them</summary>`,
        '',
        `| call | made by | programs |${runs > 1 ? ` runs of ${runs} |` : ''}`,
        `| --- | --- | --- |${runs > 1 ? ' --- |' : ''}`,
        ...rows,
        '',
        '</details>'
    ].join('\n');
}
/** Calls that were recorded and that the profile does not have, and why. */
function renderLeftOut({ leftOut }) {
    if (leftOut.length === 0)
        return '';
    const reasons = {
        'refused by the default profile': 'the default profile refuses it, so the runtime made it before the filter was loaded, or a program tried it and was refused',
        'set-up in any container': 'the runtime makes it to set up even a container that does nothing, and this recorder cannot tell whether the tests also made it; if they need it, name it in the input `allow`, or record with bpftrace',
        'set-up without CAP_SYS_ADMIN': 'the runtime uses it to set up the container; inside the container the kernel refuses it without CAP_SYS_ADMIN'
    };
    const rows = leftOut.map(({ name, why }) => `- ${(0,markdown/* codeSpan */.SS)(name)}: ${reasons[why]}`);
    return [
        `<details><summary>Recorded and left out: ${(0,words/* count */.U9)(leftOut)}</summary>`,
        '',
        ...rows,
        '',
        '</details>'
    ].join('\n');
}

// EXTERNAL MODULE: ./src/report/replay.ts
var report_replay = __webpack_require__(3819);
// EXTERNAL MODULE: ./src/report/review/changes.ts
var changes = __webpack_require__(7102);
// EXTERNAL MODULE: ./src/report/review/decide.ts
var decide = __webpack_require__(5855);
// EXTERNAL MODULE: ./src/report/review/headline.ts
var headline = __webpack_require__(6687);
// EXTERNAL MODULE: ./src/report/review/trail.ts
var review_trail = __webpack_require__(7447);
// EXTERNAL MODULE: ./src/report/sections.ts
var sections = __webpack_require__(3844);
;// CONCATENATED MODULE: ./src/report/report.ts













/** The run's one line, for the log and a failed step. */
function report_headline(findings) {
    return findings.replay.failure?.message ?? (0,headline/* headlineOf */.g)(findings).line;
}
/** The report as GitHub's Markdown, whole. */
function renderReport(findings, done = {}) {
    return joinSections(reportSections(findings, done));
}
/** A result as a heading. */
const renderHeading = ({ mark, line }) => `### 🔒 seccomp-lock: ${mark} ${line}`;
/** The report in sections, for summary, comment and file. */
function reportSections(findings, { publication, patch, label, trail, isAsked = false } = {}) {
    const { judgement, replay, profile, review } = findings;
    const { verdict, denied } = judgement;
    const isDenied = denied.length > 0;
    const hasFailed = replay.result === 'failed';
    const isUnfit = isDenied || hasFailed;
    const hasNew = verdict !== 'unchanged' && !isUnfit;
    const hasPatch = hasNew && Boolean(patch) && !(0,verdict_publication/* isPublished */.H)(publication);
    return [
        section('verdict', 'the verdict', renderHeading((0,headline/* headlineOf */.g)(findings))),
        section('numbers', 'the numbers', (0,changes/* renderNumbers */.D5)(review, triedOf(findings))),
        section('failedReplay', 'the replay', hasFailed ? (0,report_replay/* renderReplay */.c)(replay, profile) : ''),
        section('denied', 'needed but denied', isDenied ? renderDenied(findings) : ''),
        section('dangers', 'what is dangerous', (0,changes/* renderDangers */.Bl)(review)),
        section('ordinary', 'ordinary calls', (0,changes/* renderOrdinary */.Bb)(review)),
        section('others', 'other differences', (0,changes/* renderOthers */.oy)(review)),
        section('denyList', 'the deny-list', renderDenyList(findings)),
        section('accept', 'how to accept it', isUnfit
            ? ''
            : (0,decide/* renderDecision */.X)({
                review,
                profile,
                isFirst: verdict === 'created',
                hasNew,
                publication,
                label,
                hasPatch: hasPatch && (0,markdown/* isPlain */.$i)(patch ?? '')
            })),
        section('patch', 'the patch', hasPatch && patch ? (0,report_publication/* renderPatch */.hY)(patch) : ''),
        (isAsked ? section : detail)('left', 'why it is not committed', publication?.kind === 'left'
            ? `<sub>${(0,report_publication/* sayPublication */.QU)(publication)}</sub>`
            : ''),
        section('unneeded', 'words that nothing needs', (0,changes/* renderUnneeded */.Fh)(review)),
        detail('drift', 'runner drift', verdict === 'created' ? '' : renderDrift(findings)),
        detail('risks', 'the dangers of the profile', (0,changes/* renderRisks */.jO)(review)),
        detail('unseen', 'calls not seen', renderUnseen(findings)),
        detail('pending', 'calls kept for now', renderPending(findings)),
        detail('ownRules', 'calls that your own rules cover', renderGoverned(findings)),
        detail('unknownNames', 'names that are not system calls', renderUnknown(findings)),
        detail('replay', 'the replay', hasFailed ? '' : (0,report_replay/* renderReplay */.c)(replay, profile)),
        detail('recording', 'notes on the recording', renderRecording(findings)),
        detail('makers', 'who made which call', renderCalls(findings)),
        detail('portable', 'calls added for other systems', renderPortable(findings)),
        detail('leftOut', 'calls left out', renderLeftOut(findings)),
        detail('provenance', 'how it was recorded', `<sub>${(0,markdown/* prose */.CS)(findings.provenance)}</sub>`),
        section('trail', 'where it ran', trail ? (0,review_trail/* renderTrail */.V)(trail, findings) : '')
    ];
}
const triedOf = ({ replay: { result } }) => result === 'failed' ? 'failed' : result === 'skipped' ? 'not tried' : 'passed';
/** A section for everywhere. */
const section = (rank, name, text) => ({ rank: sections/* RANK */.Vz[rank], name, text });
/** A section for the summary and the file alone. */
const detail = (rank, name, text) => ({ ...section(rank, name, text), isDetail: true });


/***/ }),

/***/ 7102:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bb: () => (/* binding */ renderOrdinary),
/* harmony export */   Bl: () => (/* binding */ renderDangers),
/* harmony export */   D5: () => (/* binding */ renderNumbers),
/* harmony export */   Fh: () => (/* binding */ renderUnneeded),
/* harmony export */   jO: () => (/* binding */ renderRisks),
/* harmony export */   oy: () => (/* binding */ renderOthers)
/* harmony export */ });
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6590);
/* harmony import */ var _verdict_finding_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7120);
/* harmony import */ var _maker_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9263);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2679);




/** How much the profile allows, beside what it is compared with. */
function renderNumbers({ counts, base }, tried) {
    const { before, after, known, podman, docker } = counts;
    const change = before === undefined || before === after
        ? `${after}`
        : `${before} → ${after}`;
    return [
        `**${change} of ${known} calls allowed** (podman's default: ${podman}, Docker's: ${docker})`,
        ...(tried === 'passed' ? ['tests passed'] : []),
        ...(base.kind === 'none' ? [] : [sayBase(base)])
    ].join(' · ');
}
function sayBase(base) {
    const name = (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS)(base.name);
    if (base.kind === 'unread') {
        return `**not compared with ${name}**: ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(base.why)}`;
    }
    if (!base.hasFile)
        return `${name} has no profile`;
    return base.movedFrom === undefined
        ? `compared with ${name}`
        : `compared with ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS)(base.movedFrom)} in ${name}`;
}
/** More notable calls are counted; of dangerous ones, none is left out. */
const MOST_NOTABLE = 20;
/**
 * The dangerous and notable calls and settings that are new, and the dangerous
 * ones that the workflow does not name; '' if there are none.
 */
function renderDangers(review) {
    const rows = rowsOf(review);
    if (rows.length === 0)
        return '';
    const dangerous = rows.filter(({ danger }) => danger.level === 'dangerous');
    const notable = rows.filter(({ danger }) => danger.level === 'notable');
    const rest = notable.length - MOST_NOTABLE;
    const hasSince = rows.some(({ since }) => since !== '');
    return [
        `| | call | what it lets an intruder do | made by |${hasSince ? ' in the file since |' : ''}`,
        `|-|-|-|-|${hasSince ? '-|' : ''}`,
        ...[...dangerous, ...notable.slice(0, MOST_NOTABLE)].map(row => renderRow(row, hasSince)),
        ...(rest > 0 ? ['', `And ${rest} more notable ones.`] : [])
    ].join('\n');
}
function rowsOf({ findings, unnamed, base }) {
    const opened = findings.filter(({ effect, danger }) => effect === 'opens' && danger.level !== 'none');
    const isIn = ({ subject }) => opened.some(other => other.subject.kind === subject.kind &&
        other.subject.name === subject.name);
    const expiredOf = (subject) => unnamed.find(risk => risk.subject.name === subject.name)?.expired;
    return [
        ...opened.map(finding => ({
            ...finding,
            expired: expiredOf(finding.subject),
            since: sayWhen(finding)
        })),
        ...unnamed
            .filter(risk => !isIn(risk))
            .map(risk => ({
            ...risk,
            defaults: undefined,
            way: undefined,
            since: base.kind === 'read' && base.hasFile ? 'before this change' : ''
        }))
    ];
}
/** Since when a branch's file has something; '' for what it has not. */
function sayWhen({ comparison, since }) {
    if (comparison === 'needed')
        return '';
    return since === undefined
        ? 'this change'
        : `${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS)(since.commit.slice(0, 7))} by ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeCell */ .MZ)((0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .shortened */ .vI)(since.author, MOST_OF_NAME))}`;
}
/** Anyone chooses an author's name, and no dangerous row may be cut for it. */
const MOST_OF_NAME = 60;
function renderRow(row, hasSince) {
    const { subject, danger, maker, way, since } = row;
    const name = subject.kind === 'file' ? 'the file is deleted' : subject.name;
    const what = [
        (0,_subject_js__WEBPACK_IMPORTED_MODULE_3__/* .linked */ .q)(subject, (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeCell */ .MZ)(name)),
        ...(way === undefined || subject.kind === 'setting'
            ? []
            : [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(way, _text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeCell */ .MZ)]),
        ...sayDefaults(row.defaults),
        ...sayWord(row)
    ].join(' · ');
    const made = subject.kind === 'call' ? (0,_maker_js__WEBPACK_IMPORTED_MODULE_2__/* .sayMaker */ .m)(maker, _text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeCell */ .MZ) : '';
    return `| ${markOf(row)} | ${what} | ${danger.brief ?? ''} | ${made} |${hasSince ? ` ${since} |` : ''}`;
}
function markOf({ danger, accepted }) {
    if (danger.level !== 'dangerous')
        return '🟡';
    return accepted ? '🟠' : '🔴';
}
function sayDefaults(defaults) {
    if (!defaults)
        return [];
    const { podman, docker } = defaults;
    if (podman === 'refused' && docker === 'refused') {
        return ["⚠️ podman's and Docker's defaults refuse it"];
    }
    if (docker === 'refused')
        return ["⚠️ Docker's default refuses it"];
    return podman === 'refused' ? ["⚠️ podman's default refuses it"] : [];
}
/** The word of the workflow, its reason and its last day. */
function sayWord({ accepted, expired, danger }) {
    if (accepted && danger.level === 'dangerous') {
        const { input, word, reason, until } = accepted;
        const day = until === undefined ? '' : ` until ${until}`;
        const why = reason === undefined ? '' : `: ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeCell */ .MZ)(reason)}`;
        return [`accepted by ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeCell */ .MZ)(`${input}: ${word}`)}${day}${why}`];
    }
    return expired?.until === undefined
        ? []
        : [`was accepted until ${expired.until}`];
}
/** Up to so many ordinary calls are told of in a sentence. */
const MOST_SAID = 3;
/** The new calls that are neither dangerous nor notable. */
function renderOrdinary({ findings }) {
    const ordinary = findings.filter(({ effect, danger, subject }) => effect === 'opens' && danger.level === 'none' && subject.kind === 'call');
    if (ordinary.length === 0)
        return '';
    const made = ordinary.filter(finding => !(0,_verdict_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .isPortable */ .Qo)(finding));
    const portable = ordinary.filter(_verdict_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .isPortable */ .Qo);
    return [
        ...(made.length <= MOST_SAID
            ? made.map(sayCall)
            : [renderFold(sayMade(made), made)]),
        ...(portable.length <= MOST_SAID
            ? portable.map(sayCall)
            : [
                renderFold(`${portable.length} calls that nobody made here, for other kernels and libcs`, portable)
            ])
    ].join('\n\n');
}
/** One call, in a sentence. */
function sayCall(finding) {
    const { subject, groups, maker, way, comparison } = finding;
    const name = (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS)(subject.name);
    const how = way === undefined ? '' : `: ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(way)}`;
    if (maker.by === 'portability') {
        const { standsInFor } = maker.call;
        return standsInFor.length > 0
            ? `${name} comes with ${standsInFor.map(_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS).join(', ')}: other kernels and libcs use it instead${how}.`
            : `${name}: ${(0,_maker_js__WEBPACK_IMPORTED_MODULE_2__/* .sayMaker */ .m)(maker)}${how}.`;
    }
    const by = maker.by === 'tests' || maker.by === 'replay' ? 'made by ' : '';
    const since = comparison === 'proposed' ? sayWhen(finding) : '';
    const when = since === '' ? '' : `, in the file since ${since}`;
    return `${name} (${(0,_subject_js__WEBPACK_IMPORTED_MODULE_3__/* .topicOf */ .FW)(groups)}), ${by}${(0,_maker_js__WEBPACK_IMPORTED_MODULE_2__/* .sayMaker */ .m)(maker)}${when}${how}.`;
}
/** How many there are of each topic, the most frequent first. */
function sayMade(made) {
    const counts = new Map();
    for (const { groups } of made) {
        const topic = (0,_subject_js__WEBPACK_IMPORTED_MODULE_3__/* .topicOf */ .FW)(groups);
        counts.set(topic, (counts.get(topic) ?? 0) + 1);
    }
    const topics = [...counts].sort((a, b) => b[1] - a[1]);
    const said = topics.map(([topic, many]) => `${topic} ${many}`).join(', ');
    return `${made.length} ordinary calls: ${said}`;
}
/** A table with more rows is too long to read. */
const MOST_ROWS = 40;
function renderFold(summary, findings) {
    if (findings.length > MOST_ROWS) {
        return [
            `<details><summary>${summary}</summary>`,
            '',
            ...namesByTopic(findings),
            '',
            '</details>'
        ].join('\n');
    }
    const rows = findings.map(({ subject, maker, groups, way }) => `| ${(0,_subject_js__WEBPACK_IMPORTED_MODULE_3__/* .linked */ .q)(subject, (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeCell */ .MZ)(subject.name))}${way === undefined ? '' : `: ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(way, _text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeCell */ .MZ)}`} | ${(0,_subject_js__WEBPACK_IMPORTED_MODULE_3__/* .topicOf */ .FW)(groups)} | ${(0,_maker_js__WEBPACK_IMPORTED_MODULE_2__/* .sayMaker */ .m)(maker, _text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeCell */ .MZ)} |`);
    return [
        `<details><summary>${summary}</summary>`,
        '',
        '| call | for | made by |',
        '|-|-|-|',
        ...rows,
        '',
        '</details>'
    ].join('\n');
}
function namesByTopic(findings) {
    const names = new Map();
    for (const { subject, groups } of findings) {
        const topic = (0,_subject_js__WEBPACK_IMPORTED_MODULE_3__/* .topicOf */ .FW)(groups);
        names.set(topic, [...(names.get(topic) ?? []), (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS)(subject.name)]);
    }
    return [...names].map(([topic, of]) => `- ${topic}: ${of.join(', ')}`);
}
/** What is different, and does not let a container do more. */
function renderOthers({ findings }) {
    const others = findings.filter(({ effect }) => effect !== 'opens');
    const closed = others.filter(({ effect, subject }) => effect === 'narrows' && subject.kind === 'call');
    const rest = others.filter(finding => !closed.includes(finding));
    return [
        ...(closed.length > 0
            ? [
                `No longer allowed: ${closed.map(({ subject }) => (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS)(subject.name)).join(', ')}.`
            ]
            : []),
        ...(rest.length > 0 ? [rest.map(sayOther).join('\n')] : [])
    ].join('\n\n');
}
function sayOther({ subject, way }) {
    return subject.kind === 'call'
        ? `- ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS)(subject.name)}${way === undefined ? '' : `: ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(way)}`}`
        : `- ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS)(way ?? subject.name)}`;
}
/** Words of the workflow that nothing needs. */
function renderUnneeded({ unneeded }) {
    if (unneeded.length === 0)
        return '';
    const words = unneeded.map(({ word }) => (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS)(word)).join(', ');
    return `Nothing in the profile needs ${words} in \`accept-dangerous\`: remove ${unneeded.length === 1 ? 'it' : 'them'}.`;
}
/** Each dangerous and notable thing in the profile, with its whole sentence. */
function renderRisks({ risks }) {
    if (risks.length === 0)
        return '';
    return [
        `<details><summary>What is dangerous or notable in the profile: ${risks.length}</summary>`,
        '',
        ...risks.map(({ subject, danger, maker }) => `- ${(0,_subject_js__WEBPACK_IMPORTED_MODULE_3__/* .linked */ .q)(subject, (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS)(subject.name))} (${danger.level}): ${danger.why ?? ''}${subject.kind === 'call' ? ` Made by: ${(0,_maker_js__WEBPACK_IMPORTED_MODULE_2__/* .sayMaker */ .m)(maker)}.` : ''}`),
        '',
        '</details>'
    ].join('\n');
}


/***/ }),

/***/ 5855:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ renderDecision)
/* harmony export */ });
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6590);
/* harmony import */ var _publication_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9652);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2679);



/** How to accept the change, and how to refuse it; '' if there is neither. */
function renderDecision(decision) {
    const { review, publication, hasNew } = decision;
    const { unnamed } = review;
    // There is no older file to keep.
    const isFirst = unnamed.length === 0 && decision.isFirst;
    const isDecided = publication && _publication_js__WEBPACK_IMPORTED_MODULE_1__/* .DECIDED */ .V1.includes(publication.kind);
    if (isDecided && unnamed.length === 0)
        return (0,_publication_js__WEBPACK_IMPORTED_MODULE_1__/* .sayPublication */ .QU)(publication);
    const refused = publication?.kind === 'refused' ? [(0,_publication_js__WEBPACK_IMPORTED_MODULE_1__/* .sayPublication */ .QU)(publication)] : [];
    if (hasNew || unnamed.length > 0) {
        return [
            ...refused,
            `**Accept:** ${sayAccept(decision)}.${isFirst ? '' : ` **Refuse:** ${sayRefuse(decision)}.`}`
        ].join('\n\n');
    }
    return review.findings.some(({ effect }) => effect === 'opens')
        ? "The check passes, because the branch's file has this already. Whether it should is the review's question."
        : '';
}
function sayAccept({ review: { unnamed }, hasNew, label, hasPatch }) {
    const words = unnamed.map(({ subject }) => subject.name);
    const naming = words.length === 0
        ? []
        : [`name ${(0,_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .few */ .H$)(words, 8)} in the workflow's \`accept-dangerous\``];
    const taking = hasPatch
        ? 'apply the patch below'
        : 'commit the new file, which this run wrote into its workspace';
    const committing = label === undefined
        ? taking
        : `set the label ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS)(label)}, or ${taking}`;
    return [...naming, ...(hasNew ? [committing] : [])].join(', then ');
}
function sayRefuse({ review, hasNew, profile }) {
    const { unnamed, findings } = review;
    const file = (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS)(profile);
    if (unnamed.some(({ subject }) => subject.kind === 'file')) {
        return `restore ${file}`;
    }
    const isNeeded = ({ comparison, effect }) => comparison === 'needed' && effect === 'opens';
    const needed = findings.filter(isNeeded);
    if (!hasNew || needed.length === 0) {
        return unnamed.length === 0
            ? 'undo the change that led to it'
            : `take ${unnamed.length === 1 ? 'it' : 'them'} out of ${file}`;
    }
    const dangerous = unnamed
        .filter(({ subject }) => subject.kind === 'call')
        .map(({ subject }) => subject.name);
    const [first] = dangerous;
    const never = first === undefined
        ? ''
        : `; ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS)(`deny: ${first}`)} keeps it out for good`;
    return `remove what calls ${needed.length === 1 ? 'it' : 'them'}${never}`;
}


/***/ }),

/***/ 6687:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ headlineOf),
/* harmony export */   v: () => (/* binding */ verifiedHeadline)
/* harmony export */ });
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6590);
/* harmony import */ var _verdict_finding_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7120);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2691);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2679);




/** The result of a run. */
function headlineOf(findings) {
    const { judgement, review, replay, isDenyList } = findings;
    const file = (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS)(findings.profile);
    const { denied } = judgement;
    if (replay.result === 'failed') {
        const line = `the new ${file} could not be shown to work, so it was not written`;
        return { mark: '⛔', line };
    }
    if (denied.length > 0) {
        const are = denied.length === 1 ? 'is' : 'are';
        const line = `${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(denied)} ${are} needed but denied, so ${file} was not written: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .some */ .zN)(denied, ({ name, line }) => (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .callBy */ .KE)(name, line))}`;
        return { mark: '⛔', line };
    }
    if (review.unnamed.length > 0) {
        return { mark: '❌', line: sayUnnamed(review, file) };
    }
    if (isDenyList)
        return { mark: '⚠️', line: sayDenyList(findings, file) };
    return neededLine(findings, file) ?? proposedLine(review, file);
}
/** The result of `mode: verify` where the tests pass. */
function verifiedHeadline(review, profile, isDenyList, isWatched) {
    const file = (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS)(profile);
    if (review.unnamed.length > 0) {
        return { mark: '❌', line: sayUnnamed(review, file) };
    }
    const proposed = review.findings.length > 0 ? proposedLine(review, file) : undefined;
    if (proposed) {
        const mark = isDenyList ? '⚠️' : proposed.mark;
        return { mark, line: proposed.line.replace('locked', 'verified') };
    }
    if (isDenyList) {
        const line = `the tests pass under ${file}, which lets through whatever it does not list`;
        return { mark: '⚠️', line };
    }
    const refuses = isWatched ? ', which refuses nothing that they need' : '';
    return { mark: '✅', line: `the tests pass under ${file}${refuses}` };
}
/** Dangers that the workflow does not name. */
function sayUnnamed({ unnamed, findings }, file) {
    if (unnamed.some(({ subject }) => subject.kind === 'file')) {
        return `this change deletes ${file}`;
    }
    const settings = unnamed.filter(({ subject }) => subject.kind === 'setting');
    const calls = unnamed.filter(({ subject }) => subject.kind === 'call');
    const said = [
        ...settings.map(({ subject }) => `${file} ${(0,_subject_js__WEBPACK_IMPORTED_MODULE_3__/* .saySetting */ .kV)(subject.name)}`),
        ...(calls.length > 0 ? [sayCalls(calls, findings, file)] : [])
    ];
    return said.join('; ');
}
function sayCalls(calls, findings, file) {
    const names = calls.map(({ subject }) => subject.name);
    const opened = namesOf(findings.filter(isNewCall));
    const dangerous = `${calls.length} dangerous call${calls.length === 1 ? '' : 's'}`;
    if (!names.every(name => opened.includes(name))) {
        return `${dangerous} in ${file} that the workflow does not name: ${(0,_subject_js__WEBPACK_IMPORTED_MODULE_3__/* .few */ .H$)(names)}`;
    }
    const among = opened.length === names.length
        ? `${calls.length} new dangerous call${calls.length === 1 ? '' : 's'}`
        : `${dangerous} among ${opened.length} new ones`;
    return `${among} in ${file}: ${(0,_subject_js__WEBPACK_IMPORTED_MODULE_3__/* .few */ .H$)(names)}`;
}
const isNewCall = ({ subject, effect }) => subject.kind === 'call' && effect === 'opens';
/** The names of findings, each once. */
const namesOf = (findings) => [
    ...new Set(findings.map(({ subject }) => subject.name))
];
function sayDenyList({ governed }, file) {
    return governed.length === 0
        ? `${file} denies nothing that the tests used, and lets everything else through`
        : `the tests used ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .some */ .zN)(governed, _text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS)}, which ${file} denies`;
}
/** What the tests need of the file, if anything. */
function neededLine({ judgement, review, diff }, file) {
    const needed = review.findings.filter(f => f.comparison === 'needed');
    switch (judgement.verdict) {
        case 'created': {
            const line = `a first ${file}: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(diff.added)}, ${sayDanger(needed)}`;
            return { mark: '🆕', line };
        }
        case 'added':
            return { mark: '🔺', line: sayNew(needed, file) };
        case 'removed': {
            const line = `${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(diff.removed)} left ${file}: ${(0,_subject_js__WEBPACK_IMPORTED_MODULE_3__/* .few */ .H$)(diff.removed)}`;
            return { mark: '🔻', line };
        }
        case 'changed': {
            const line = `${file} changes: ${sayChanges(needed)}`;
            return { mark: '🔶', line };
        }
        case 'unchanged':
            return undefined;
    }
}
function sayNew(needed, file) {
    const calls = needed.filter(isNewCall);
    if (calls.length === 0)
        return `${file} ${saySettings(needed)}`;
    const are = `${calls.length} new call${calls.length === 1 ? '' : 's'}`;
    return `${are} in ${file}, ${sayDanger(calls)}: ${(0,_subject_js__WEBPACK_IMPORTED_MODULE_3__/* .few */ .H$)(namesOf(calls))}`;
}
const saySettings = (findings) => findings
    .filter(f => f.subject.kind === 'setting' && f.effect === 'opens')
    .map(({ subject }) => (0,_subject_js__WEBPACK_IMPORTED_MODULE_3__/* .saySetting */ .kV)(subject.name))
    .join(', ');
/** How many are dangerous; all of them are accepted, or this is not said. */
function sayDanger(findings) {
    const dangerous = findings.filter(isNewCall).filter(_verdict_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .isDangerous */ .F$).length;
    return dangerous === 0 ? 'none dangerous' : `${dangerous} dangerous, accepted`;
}
function sayChanges(findings) {
    const calls = (effect) => findings.filter(f => f.subject.kind === 'call' && f.effect === effect);
    const [changed, closed] = [calls('changes'), calls('narrows')];
    const settings = findings.filter(f => f.subject.kind === 'setting');
    return [
        changed.length > 0
            ? `${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(changed)} treated differently: ${(0,_subject_js__WEBPACK_IMPORTED_MODULE_3__/* .few */ .H$)(namesOf(changed))}`
            : '',
        closed.length > 0
            ? `${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(closed)} no longer allowed: ${(0,_subject_js__WEBPACK_IMPORTED_MODULE_3__/* .few */ .H$)(namesOf(closed))}`
            : '',
        ...new Set(settings.map(({ way }) => (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS)(way ?? '')))
    ]
        .filter(part => part !== '')
        .join('; ');
}
/** What the change does to the file, where the tests need nothing more. */
function proposedLine({ findings, base }, file) {
    if (findings.length === 0) {
        return { mark: '✅', line: `${file} is what the tests need` };
    }
    const calls = findings.filter(isNewCall);
    const isFirst = base.kind === 'read' && !base.hasFile;
    const says = (what) => ({
        mark: '✅',
        line: `locked. This change ${what}`
    });
    if (isFirst) {
        return says(`adds a first ${file}: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(calls)}, ${sayDanger(calls)}`);
    }
    const settings = saySettings(findings);
    if (calls.length === 0 && settings === '') {
        const isNarrower = findings.every(({ effect }) => effect === 'narrows');
        return says(`${isNarrower ? 'makes' : 'changes'} ${file}${isNarrower ? ' narrower' : ''}: ${sayChanges(findings)}`);
    }
    if (calls.length === 0)
        return says(`opens ${file}, which now ${settings}`);
    const dangerous = calls.filter(_verdict_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .isDangerous */ .F$).length;
    const more = `${calls.length}${dangerous === calls.length ? ' dangerous' : ''} call${calls.length === 1 ? '' : 's'}`;
    const among = dangerous > 0 && dangerous < calls.length ? `, ${dangerous} dangerous` : '';
    const also = settings === '' ? '' : `; it ${settings}`;
    return says(`adds ${more} to ${file}${among}: ${(0,_subject_js__WEBPACK_IMPORTED_MODULE_3__/* .few */ .H$)(namesOf(calls))}${also}`);
}


/***/ }),

/***/ 9263:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ sayReason),
/* harmony export */   m: () => (/* binding */ sayMaker)
/* harmony export */ });
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6590);
/* harmony import */ var _programs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1449);


/**
 * Who made a call, or why it is in the profile without.
 *
 * @param span writes others' words: for a line, or for a table's cell
 */
function sayMaker(maker, span = _text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS) {
    switch (maker.by) {
        case 'tests': {
            const { programs, runs, of } = maker;
            const by = (0,_programs_js__WEBPACK_IMPORTED_MODULE_1__/* .sayCounts */ .A)(programs, span) || 'the tests';
            return runs < of ? `${by} (in ${runs} of ${of} runs)` : by;
        }
        case 'runtime':
            return `the OCI runtime, to start the container: ${(0,_programs_js__WEBPACK_IMPORTED_MODULE_1__/* .sayCounts */ .A)(maker.programs, span) || 'not known'}`;
        case 'replay':
            return `${(0,_programs_js__WEBPACK_IMPORTED_MODULE_1__/* .sayCounts */ .A)(maker.programs, span) || 'not known'} (seen only in a replay)`;
        case 'other runtime':
            return 'not made here; another runtime on this machine needs it to start a container';
        case 'portability':
            return `not made here; ${sayReason(maker.call, span)}`;
        case 'any container':
            return 'not made here; any container may need it';
        case 'policy':
            return `not made here; the input ${span(`allow: ${maker.line}`)} names it`;
        case 'kept':
            return 'nobody in the tests of this run';
        case 'nobody':
            return 'nobody in the tests: written by hand';
        case 'unknown':
            return 'not recorded in this mode';
    }
}
/** Why a call was added that nobody made here. */
function sayReason({ runtimes, standsInFor }, span) {
    if (runtimes.length > 0) {
        return `${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(runtimes.join(', '), span)} ${runtimes.length > 1 ? 'need' : 'needs'} it to start a container`;
    }
    return standsInFor.length > 0
        ? `may be used instead of ${standsInFor.map(span).join(', ')}`
        : 'answered by the vDSO (vdso(7)) where it can, and by a system call elsewhere';
}


/***/ }),

/***/ 2679:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FW: () => (/* binding */ topicOf),
/* harmony export */   H$: () => (/* binding */ few),
/* harmony export */   kV: () => (/* binding */ saySetting),
/* harmony export */   q: () => (/* binding */ linked),
/* harmony export */   sz: () => (/* binding */ manualPage)
/* harmony export */ });
/* harmony import */ var _syscalls_numbers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3952);
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6590);


/** What a setting does that opens a profile, to follow the file's name. */
function saySetting(name) {
    const said = `(${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(name)})`;
    if (name.startsWith('architecture: ')) {
        return `allows the calls of another architecture ${said}`;
    }
    return `${DOES[name] ?? 'has another setting'} ${said}`;
}
const DOES = {
    'default-action': 'lets through every call that it does not list',
    'errno-0': 'answers refused calls with success',
    listener: 'lets another program decide about calls'
};
/** A call's manual page, man7.org; a setting has none. */
function manualPage({ kind, name }) {
    return kind === 'call' && (0,_syscalls_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .syscallNames */ .EE)().has(name)
        ? `https://man7.org/linux/man-pages/man2/${name}.2.html`
        : undefined;
}
/** A text that leads to the manual page, if there is one. */
function linked(subject, text) {
    const page = manualPage(subject);
    return page === undefined ? text : `[${text}](${page})`;
}
/** A few names, and how many more there are. */
function few(names, max = 3) {
    const shown = names.slice(0, max).map(_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS).join(', ');
    const rest = names.length - max;
    return rest > 0 ? `${shown} and ${rest} more` : shown;
}
/** What a group of calls is for, in a word; the first that fits. */
function topicOf(groups) {
    return TOPICS.find(([group]) => groups.includes(group))?.[1] ?? 'other';
}
/** systemd's groups (systemd.exec(5), "SystemCallFilter="), special ones first. */
const TOPICS = [
    ['@mount', 'mounts'],
    ['@module', 'kernel modules'],
    ['@debug', 'debugging'],
    ['@reboot', 'reboot'],
    ['@swap', 'swap'],
    ['@raw-io', 'hardware'],
    ['@keyring', 'keys'],
    ['@clock', 'clock'],
    ['@setuid', 'users'],
    ['@chown', 'owners'],
    ['@aio', 'asynchronous input'],
    ['@network-io', 'network'],
    ['@io-event', 'events'],
    ['@ipc', 'messages'],
    ['@timer', 'timers'],
    ['@signal', 'signals'],
    ['@sync', 'sync'],
    ['@file-system', 'files'],
    ['@memlock', 'memory'],
    ['@pkey', 'memory'],
    ['@process', 'processes'],
    ['@resources', 'resources'],
    ['@sandbox', 'sandbox'],
    ['@basic-io', 'input and output'],
    ['@privileged', 'privileged'],
    ['@cpu-emulation', 'processor'],
    ['@obsolete', 'obsolete']
];


/***/ }),

/***/ 7447:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ renderTrail)
/* harmony export */ });
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6590);

/** Where a run can be looked up, and what it ran on, as a line. */
function renderTrail({ runUrl, sha, mergedInto }, { image, machine }) {
    const merged = mergedInto === undefined ? '' : ` merged into ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS)(mergedInto)}`;
    const parts = [
        ...(runUrl !== undefined && isPlainUrl(runUrl)
            ? [`[run and full report](${runUrl})`]
            : []),
        `tested ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS)(sha.slice(0, 7))}${merged}`,
        `image ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS)(shortImage(image))}`,
        // Versions are of the engine, and yet not our own words.
        (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS)(machine)
    ];
    return `<sub>${parts.join(' · ')}</sub>`;
}
/** Whether nothing in it could end a link. */
const isPlainUrl = (url) => /^https?:\/\/[\w.:/-]+$/.test(url);
/** An id by its start; a name as it is. */
const shortImage = (image) => image.replace(/^(sha256:)?([0-9a-f]{8})[0-9a-f]{56}$/, 'sha256:$2');


/***/ }),

/***/ 3844:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jt: () => (/* binding */ SUMMARY_LIMIT),
/* harmony export */   Vz: () => (/* binding */ RANK),
/* harmony export */   W$: () => (/* binding */ COMMENT_LIMIT),
/* harmony export */   WK: () => (/* binding */ fitSections),
/* harmony export */   lS: () => (/* binding */ joinSections)
/* harmony export */ });
/**
 * The ranks of all sections. Details go first, then what can be looked up
 * elsewhere, then what a reader decides on; the verdict is never cut, because
 * it fits alone.
 */
const RANK = {
    verdict: 100,
    resolved: 99,
    dangers: 98,
    numbers: 97,
    failedReplay: 95,
    denied: 95,
    accept: 93,
    denyList: 85,
    ordinary: 80,
    replay: 80,
    drift: 75,
    others: 70,
    ownRules: 65,
    patch: 60,
    unknownNames: 60,
    unneeded: 60,
    left: 60,
    trail: 55,
    unseen: 50,
    pending: 50,
    recording: 45,
    risks: 40,
    provenance: 35,
    leftOut: 20,
    makers: 15,
    portable: 10
};
/**
 * A comment. GitHub's error speaks of 65,536 characters and counts code points
 * or, as measured since, up to 262,144 bytes of UTF-8. A text of so many UTF-16
 * units has at most as many code points, of at most three bytes each, so it
 * fits either way (github.com/dead-claudia/github-limits, "Issue comments").
 */
const COMMENT_LIMIT = {
    max: 65_536,
    sizeOf: text => text.length
};
/**
 * A step's summary: 1 MiB, or none of it is shown ("Workflow commands for
 * GitHub Actions", docs.github.com, "Step isolation and limits").
 */
const SUMMARY_LIMIT = {
    max: 1024 * 1024,
    sizeOf: text => Buffer.byteLength(text)
};
/**
 * The sections as one text within the limit. The lowest ranks are left out, the
 * last one first within a rank, until the rest fits; a smaller section does not
 * take their place. The last line then names the missing ones.
 *
 * @param elsewhere where the whole text is, for that last line, such as
 * `The whole report is in the job summary.`
 * @param marker the first line, if there is to be one
 * @throws RangeError where the limit is too small for the marker alone
 */
function fitSections(sections, options) {
    const { limit, elsewhere } = options;
    const marker = options.marker === undefined ? [] : [options.marker];
    const shown = sections.filter(({ text }) => text !== '');
    const order = shown
        .map((section, index) => ({ section, index }))
        .sort((a, b) => a.section.rank - b.section.rank || b.index - a.index)
        .map(({ section }) => section);
    const fits = (text) => limit.sizeOf(text) <= limit.max;
    for (let left = 0; left <= order.length; left++) {
        const out = new Set(order.slice(0, left));
        const names = shown.filter(s => out.has(s)).map(({ name }) => name);
        const body = joined([
            ...marker,
            ...shown.filter(section => !out.has(section)).map(({ text }) => text),
            ...(left > 0 ? [sayLeftOut(names, elsewhere)] : [])
        ]);
        if (fits(body))
            return body;
    }
    const bare = joined(marker);
    if (fits(bare))
        return bare;
    throw new RangeError(`a limit of ${limit.max} is too small for the marker`);
}
/** All sections as one text. */
function joinSections(sections) {
    return joined(sections.map(({ text }) => text).filter(text => text !== ''));
}
function joined(parts) {
    return parts.length === 0
        ? ''
        : `${parts.map(part => part.replace(/\n+$/, '')).join('\n\n')}\n`;
}
function sayLeftOut(names, elsewhere) {
    return `<sub>Left out here for length: ${names.join(', ')}. ${elsewhere}</sub>`;
}


/***/ }),

/***/ 2691:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KE: () => (/* binding */ callBy),
/* harmony export */   SR: () => (/* binding */ sayUnknown),
/* harmony export */   Sy: () => (/* binding */ sayErrno),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   pI: () => (/* binding */ renderList),
/* harmony export */   yO: () => (/* binding */ whyNeeded),
/* harmony export */   zN: () => (/* binding */ some)
/* harmony export */ });
/* harmony import */ var _syscalls_nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3244);
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6590);


/** `2 system calls`. */
const count = (names) => `${names.length} system call${names.length === 1 ? '' : 's'}`;
/** The first few of a list's items, each as this text, for a line. */
function some(items, textOf) {
    const rest = items.length - 8;
    const shown = items.slice(0, 8).map(textOf).join(', ');
    return rest > 0 ? `${shown} and ${rest} more` : shown;
}
/** A call, and the policy's group that named it, if one did. */
function callBy(name, line) {
    const call = (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(name);
    return line === name ? call : `${call} (by ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(line)})`;
}
/** Why a denied call is needed, as a sentence part. */
function whyNeeded({ why }) {
    return why.map(reason => NEEDS[reason]).join('; ');
}
const NEEDS = {
    recorded: 'it was recorded in the tests',
    'needed to start any container': 'it is needed to start any container',
    'allowed by a user rule': 'one of your rules in the profile allows it',
    'not denied by the deny-list': 'the profile lets through everything that it does not deny'
};
/** A sentence about a name in a profile that is not a system call. */
function sayUnknown(name) {
    const near = (0,_syscalls_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearestName */ .q)(name);
    const guess = near === undefined ? '' : `: did you mean ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(near)}?`;
    return `${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(name)} is not a system call that we know${guess || '.'}`;
}
/** The name of an error that profiles return, errno(3). */
function sayErrno(errno) {
    return errno === 38 ? 'ENOSYS' : errno === 1 ? 'EPERM' : `errno ${errno}`;
}
/** A list of names under a title; '' where there are none. */
function renderList(title, items, text) {
    if (items.length === 0)
        return '';
    return `### ${title}\n\n${text}\n\n${items.map(_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS).join(', ')}`;
}


/***/ }),

/***/ 1457:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run_run)
});

// EXTERNAL MODULE: ./src/profile/compare/diff.ts
var diff = __webpack_require__(4718);
// EXTERNAL MODULE: ./src/profile/managed.ts
var profile_managed = __webpack_require__(3456);
// EXTERNAL MODULE: ./src/profile/normalize.ts
var normalize = __webpack_require__(7474);
// EXTERNAL MODULE: ./src/profile/resolve.ts
var resolve = __webpack_require__(6509);
// EXTERNAL MODULE: ./src/profile/rules.ts
var profile_rules = __webpack_require__(8990);
// EXTERNAL MODULE: ./src/profile/treatment.ts
var profile_treatment = __webpack_require__(6389);
// EXTERNAL MODULE: ./src/syscalls/kept.ts
var kept = __webpack_require__(2740);
;// CONCATENATED MODULE: ./src/syscalls/setup.ts
/**
 * Calls with which an OCI runtime sets a container up (mounts, root switch,
 * host name) and which the kernel refuses to a process without CAP_SYS_ADMIN:
 * mount(2), umount(2), pivot_root(2), sethostname(2), setns(2), fsopen(2),
 * fsmount(2), move_mount(2), mount_setattr(2).
 */
const SETUP_CALLS = [
    'fsconfig',
    'fsmount',
    'fsopen',
    'fspick',
    'mount',
    'mount_setattr',
    'move_mount',
    'pivot_root',
    'setdomainname',
    'sethostname',
    'setns',
    'umount',
    'umount2'
];

;// CONCATENATED MODULE: ./src/candidate/file.ts
/**
 * The file that the managed rules go into: the committed one, or a new one.
 *
 * @param input.errno what a refused call returns, errno(3); undefined leaves it
 *   as the file has it
 */
function fileFor(input) {
    const { committed, architecture, alsoOn, errno } = input;
    const profile = committed ?? {
        defaultAction: 'SCMP_ACT_ERRNO',
        architectures: [],
        syscalls: []
    };
    const { defaultErrno: replaced, ...rest } = profile;
    return withArchitectures(errno === undefined
        ? { ...rest, ...(replaced && { defaultErrno: replaced }) }
        : { ...rest, defaultErrnoRet: errno }, architecture, alsoOn);
}
/** The profile for a machine, and for programs of others that it runs. */
function withArchitectures(profile, own, others) {
    const { architectures, archMap } = profile;
    if (archMap) {
        // An engine looks at its own entry only.
        const entry = archMap.find(({ architecture }) => architecture === own);
        const mapped = {
            architecture: own,
            subArchitectures: [
                ...new Set([...(entry?.subArchitectures ?? []), ...others])
            ]
        };
        return {
            ...profile,
            archMap: entry
                ? archMap.map(old => (old === entry ? mapped : old))
                : [...archMap, mapped]
        };
    }
    // A file without any is for whatever machine it is loaded on.
    if (!architectures && others.length === 0)
        return profile;
    return {
        ...profile,
        architectures: [...new Set([...(architectures ?? []), own, ...others])]
    };
}

// EXTERNAL MODULE: ./src/candidate/policy.ts
var candidate_policy = __webpack_require__(5863);
// EXTERNAL MODULE: ./src/syscalls/numbers.ts + 1 modules
var numbers = __webpack_require__(3952);
;// CONCATENATED MODULE: ./src/floor/floor-table.json
const floor_table_namespaceObject = /*#__PURE__*/JSON.parse('{"y":[{"runtime":"crun","version":"1.8.1","options":[],"starts":150,"calls":{"capset":150,"close":150,"execve":150,"exit_group":150,"prctl":150,"pselect6":150,"read":150,"rt_sigaction":150,"rt_sigprocmask":150,"setresgid":150,"setresuid":150,"write":150}},{"runtime":"crun","version":"1.8.1","options":["--security-opt=no-new-privileges"],"starts":150,"calls":{"close":150,"execve":150,"exit_group":150}},{"runtime":"crun","version":"1.8.1","options":["--user=1000:1000"],"starts":150,"calls":{"capset":150,"close":150,"execve":150,"exit_group":150,"prctl":150,"pselect6":150,"read":150,"rt_sigaction":150,"rt_sigprocmask":150,"setresgid":150,"setresuid":150,"write":150}},{"runtime":"crun","version":"1.8.1","options":["--read-only","--cap-drop=all"],"starts":150,"calls":{"capset":150,"close":150,"execve":150,"exit_group":150,"prctl":150,"pselect6":150,"read":150,"rt_sigaction":150,"rt_sigprocmask":150,"setresgid":150,"setresuid":150,"write":150}},{"runtime":"crun","version":"1.21","options":[],"starts":50,"calls":{"capset":50,"close":50,"close_range":50,"execve":50,"exit_group":50,"prctl":50,"pselect6":50,"read":50,"rt_sigaction":50,"rt_sigprocmask":50,"setresgid":50,"setresuid":50,"write":50}},{"runtime":"crun","version":"1.21","options":["--security-opt=no-new-privileges"],"starts":50,"calls":{"close":50,"close_range":50,"execve":50,"exit_group":50}},{"runtime":"crun","version":"1.21","options":["--user=1000:1000"],"starts":50,"calls":{"capset":50,"close":50,"close_range":50,"execve":50,"exit_group":50,"prctl":50,"pselect6":50,"read":50,"rt_sigaction":50,"rt_sigprocmask":50,"setresgid":50,"setresuid":50,"write":50}},{"runtime":"crun","version":"1.21","options":["--read-only","--cap-drop=all"],"starts":50,"calls":{"capset":50,"close":50,"close_range":50,"execve":50,"exit_group":50,"prctl":50,"pselect6":50,"read":50,"rt_sigaction":50,"rt_sigprocmask":50,"setresgid":50,"setresuid":50,"write":50}},{"runtime":"crun","version":"1.28","options":[],"starts":50,"calls":{"capset":50,"close":50,"close_range":50,"execve":50,"exit_group":50,"prctl":50,"pselect6":50,"read":50,"rt_sigaction":50,"rt_sigprocmask":50,"setresgid":50,"setresuid":50,"write":50}},{"runtime":"crun","version":"1.28","options":["--security-opt=no-new-privileges"],"starts":50,"calls":{"close":50,"close_range":50,"execve":50,"exit_group":50}},{"runtime":"crun","version":"1.28","options":["--user=1000:1000"],"starts":50,"calls":{"capset":50,"close":50,"close_range":50,"execve":50,"exit_group":50,"prctl":50,"pselect6":50,"read":50,"rt_sigaction":50,"rt_sigprocmask":50,"setresgid":50,"setresuid":50,"write":50}},{"runtime":"crun","version":"1.28","options":["--read-only","--cap-drop=all"],"starts":50,"calls":{"capset":50,"close":50,"close_range":50,"execve":50,"exit_group":50,"prctl":50,"pselect6":50,"read":50,"rt_sigaction":50,"rt_sigprocmask":50,"setresgid":50,"setresuid":50,"write":50}},{"runtime":"runc","version":"1.1.5+ds1","options":[],"starts":150,"calls":{"capget":150,"capset":150,"chdir":150,"close":150,"epoll_ctl":150,"execve":150,"exit_group":150,"faccessat2":150,"fcntl":150,"fstat":150,"fstatfs":150,"futex":150,"getcwd":150,"getdents64":150,"getpid":150,"getppid":150,"newfstatat":150,"openat":150,"prctl":150,"read":150,"rt_sigreturn":20,"setgid":150,"setgroups":150,"setuid":150,"write":150}},{"runtime":"runc","version":"1.1.5+ds1","options":["--security-opt=no-new-privileges"],"starts":150,"calls":{"close":150,"epoll_ctl":150,"execve":150,"exit_group":150,"fstatfs":150,"futex":148,"getdents64":150,"getpid":150,"openat":150,"rt_sigreturn":18,"write":150}},{"runtime":"runc","version":"1.1.5+ds1","options":["--user=1000:1000"],"starts":150,"calls":{"capget":150,"capset":150,"chdir":150,"close":150,"epoll_ctl":150,"execve":150,"exit_group":150,"faccessat2":150,"fchown":150,"fcntl":150,"fstat":150,"fstatfs":150,"futex":150,"getcwd":150,"getdents64":150,"getpid":150,"getppid":150,"newfstatat":150,"openat":150,"prctl":150,"read":150,"rt_sigreturn":25,"setgid":150,"setgroups":150,"setuid":150,"write":150}},{"runtime":"runc","version":"1.1.5+ds1","options":["--read-only","--cap-drop=all"],"starts":150,"calls":{"capget":150,"capset":150,"chdir":150,"close":150,"epoll_ctl":150,"execve":150,"exit_group":150,"faccessat2":150,"fcntl":150,"fstat":150,"fstatfs":150,"futex":150,"getcwd":150,"getdents64":150,"getpid":150,"getppid":150,"newfstatat":150,"openat":150,"prctl":150,"read":150,"rt_sigreturn":30,"setgid":150,"setgroups":150,"setuid":150,"write":150}},{"runtime":"runc","version":"1.1.15+ds1","options":[],"starts":50,"calls":{"capget":50,"capset":50,"chdir":50,"close":50,"epoll_ctl":50,"execve":50,"exit_group":50,"faccessat2":50,"fcntl":50,"fstat":50,"fstatfs":50,"futex":50,"getcwd":50,"getdents64":50,"getpid":50,"getppid":50,"newfstatat":50,"openat":50,"prctl":50,"read":50,"rt_sigreturn":10,"setgid":50,"setgroups":50,"setuid":50,"write":50}},{"runtime":"runc","version":"1.1.15+ds1","options":["--security-opt=no-new-privileges"],"starts":50,"calls":{"close":50,"epoll_ctl":50,"execve":50,"exit_group":50,"fcntl":50,"fstatfs":50,"futex":50,"getdents64":50,"getpid":50,"openat":50,"rt_sigreturn":7,"write":50}},{"runtime":"runc","version":"1.1.15+ds1","options":["--user=1000:1000"],"starts":50,"calls":{"capget":50,"capset":50,"chdir":50,"close":50,"epoll_ctl":50,"execve":50,"exit_group":50,"faccessat2":50,"fchown":50,"fcntl":50,"fstat":50,"fstatfs":50,"futex":50,"getcwd":50,"getdents64":50,"getpid":50,"getppid":50,"newfstatat":50,"openat":50,"prctl":50,"read":50,"rt_sigreturn":9,"setgid":50,"setgroups":50,"setuid":50,"write":50}},{"runtime":"runc","version":"1.1.15+ds1","options":["--read-only","--cap-drop=all"],"starts":50,"calls":{"capget":50,"capset":50,"chdir":50,"close":50,"epoll_ctl":50,"execve":50,"exit_group":50,"faccessat2":50,"fcntl":50,"fstat":50,"fstatfs":50,"futex":50,"getcwd":50,"getdents64":50,"getpid":50,"getppid":50,"newfstatat":50,"openat":50,"prctl":50,"read":50,"rt_sigreturn":5,"setgid":50,"setgroups":50,"setuid":50,"write":50}},{"runtime":"runc","version":"1.3.6+ds1","options":[],"starts":50,"calls":{"capget":50,"capset":50,"chdir":50,"close":50,"close_range":50,"epoll_ctl":50,"execve":50,"exit_group":50,"faccessat2":50,"fcntl":50,"fstat":50,"fstatfs":50,"futex":50,"getcwd":50,"getdents64":50,"getpid":50,"getppid":50,"newfstatat":50,"openat":50,"openat2":50,"prctl":50,"read":50,"rt_sigreturn":14,"setgid":50,"setgroups":50,"setuid":50,"statx":50,"tgkill":50,"write":50}},{"runtime":"runc","version":"1.3.6+ds1","options":["--security-opt=no-new-privileges"],"starts":50,"calls":{"close":50,"execve":50,"exit_group":50,"fcntl":50,"fstat":50,"fstatfs":50,"futex":50,"getdents64":50,"openat":50,"openat2":50,"rt_sigreturn":16,"statx":50,"write":50}},{"runtime":"runc","version":"1.3.6+ds1","options":["--user=1000:1000"],"starts":50,"calls":{"capget":50,"capset":50,"chdir":50,"close":50,"close_range":50,"epoll_ctl":50,"execve":50,"exit_group":50,"faccessat2":50,"fchown":50,"fcntl":50,"fstat":50,"fstatfs":50,"futex":50,"getcwd":50,"getdents64":50,"getpid":50,"getppid":50,"newfstatat":50,"openat":50,"openat2":50,"prctl":50,"read":50,"rt_sigreturn":17,"setgid":50,"setgroups":50,"setuid":50,"statx":50,"tgkill":50,"write":50}},{"runtime":"runc","version":"1.3.6+ds1","options":["--read-only","--cap-drop=all"],"starts":50,"calls":{"capget":50,"capset":50,"chdir":50,"close":50,"close_range":50,"epoll_ctl":50,"execve":50,"exit_group":50,"faccessat2":50,"fcntl":50,"fstat":50,"fstatfs":50,"futex":50,"getcwd":50,"getdents64":50,"getpid":50,"getppid":50,"mmap":1,"newfstatat":50,"openat":50,"openat2":50,"prctl":50,"read":50,"rt_sigreturn":14,"setgid":50,"setgroups":50,"setuid":50,"statx":50,"tgkill":50,"write":50}}]}');
;// CONCATENATED MODULE: ./src/floor/portable.ts



/**
 * What runc and crun, in the versions that were measured, need to start a
 * container after they have loaded its filter: with and without
 * no-new-privileges, because a profile that was recorded with it fails without
 * it, and with the calls that Go's scheduler makes only by chance.
 *
 * @returns sorted by name, only the calls that the architecture has
 */
function portableFloor(architecture) {
    const existing = (0,numbers/* syscallNumbers */.Q3)(architecture);
    const runtimes = new Map();
    for (const { runtime, version, calls } of floor_table_namespaceObject.y) {
        for (const name of Object.keys(calls)) {
            const known = runtimes.get(name) ?? new Set();
            runtimes.set(name, known.add(`${runtime} ${version}`));
        }
    }
    return [...runtimes]
        .filter(([name]) => Object.hasOwn(existing, name) && !kept/* ALWAYS_KEPT */.l.includes(name))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, by]) => ({ name, runtimes: [...by].sort() }));
}

;// CONCATENATED MODULE: ./src/syscalls/family-table.ts
const TIME64 = 'Linux 5.1: twins with 64-bit times on 32-bit architectures (arch/arm/tools/syscall.tbl)';
/**
 * Names, and the source. Left out, although programs fall back from one to the
 * other: fsopen and its relatives for mount(2), which would widen a profile by
 * far more than a twin; and socketcall(2) and ipc(2) of 32-bit x86 and s390x,
 * which libseccomp adds by itself to a rule on the call that goes through them.
 */
const TABLE = [
    // Processes and threads.
    [
        'clone clone3 fork vfork',
        'fork(2), vfork(2): glibc makes clone instead; glibc 2.34 NEWS: clone3 first, clone on ENOSYS'
    ],
    [
        'wait4 waitid waitpid',
        'wait4(2), waitpid(2): C library/kernel differences; riscv32 has waitid only'
    ],
    [
        'arch_prctl set_thread_area set_tls',
        'arch_prctl(2), set_thread_area(2), Linux arch/arm __ARM_NR_set_tls: the thread pointer, by architecture'
    ],
    ['tgkill tkill', 'tkill(2): replaced by tgkill; musl raise() makes tkill'],
    [
        'getrlimit prlimit64 setrlimit ugetrlimit',
        'getrlimit(2): glibc makes prlimit64 since 2.13; ugetrlimit on 32-bit'
    ],
    ['getpgid getpgrp', 'getpgrp(2): generic architectures have getpgid only'],
    [
        'alarm setitimer',
        'alarm(2): generic architectures have setitimer only; glibc and musl alarm()'
    ],
    // Files by path: the *at twin is the only one on generic architectures
    // (Linux include/uapi/asm-generic/unistd.h).
    [
        'creat open openat openat2',
        'open(2), openat2(2): glibc makes openat since 2.26; runtimes try openat2 first'
    ],
    [
        'access faccessat faccessat2',
        'access(2): glibc 2.33 and musl try faccessat2 for flags, faccessat on ENOSYS'
    ],
    [
        'fstat fstat64 fstatat64 lstat lstat64 newfstatat stat stat64 statx',
        'stat(2): C library/kernel differences; statx where fstat has 32-bit times or is missing (glibc 2.33, musl 1.2)'
    ],
    [
        'chmod fchmodat fchmodat2',
        'chmod(2): fchmodat2 since Linux 6.6, tried first by glibc 2.39 for flags'
    ],
    [
        'chown chown32 fchownat lchown lchown32',
        'chown(2): C library/kernel differences'
    ],
    ['mkdir mkdirat', 'mkdir(2); asm-generic/unistd.h'],
    ['mknod mknodat', 'mknod(2): glibc makes mknodat since 2.33'],
    ['rmdir unlink unlinkat', 'unlink(2): unlinkat with AT_REMOVEDIR is rmdir'],
    ['link linkat', 'link(2); asm-generic/unistd.h'],
    ['symlink symlinkat', 'symlink(2); asm-generic/unistd.h'],
    ['readlink readlinkat', 'readlink(2); asm-generic/unistd.h'],
    [
        'rename renameat renameat2',
        'rename(2): riscv64 and newer architectures have renameat2 only'
    ],
    [
        'futimesat utime utimensat utimensat_time64 utimes',
        'utime(2), utimensat(2): obsolete ones fall to utimensat'
    ],
    ['umount umount2', 'umount(2): 64-bit architectures have umount2 only'],
    // Files by descriptor.
    [
        'close close_range',
        'close_range(2): closefrom() closes one by one without'
    ],
    ['dup2 dup3', 'dup(2); asm-generic/unistd.h has dup3 only'],
    ['pipe pipe2', 'pipe(2); asm-generic/unistd.h has pipe2 only'],
    ['fcntl fcntl64', 'fcntl(2): fcntl64 on 32-bit'],
    ['getdents getdents64', 'getdents(2): glibc and musl make getdents64'],
    ['_llseek lseek', '_llseek(2): on 32-bit'],
    ['mmap mmap2', 'mmap2(2): on 32-bit'],
    ['mlock mlock2', 'mlock(2): mlock2 without flags is mlock'],
    ['preadv preadv2', 'preadv(2): glibc preadv2() falls to preadv on ENOSYS'],
    [
        'pwritev pwritev2',
        'preadv(2): glibc pwritev2() falls to pwritev on ENOSYS'
    ],
    ['sendfile sendfile64', 'sendfile(2): sendfile64 on 32-bit'],
    ['truncate truncate64', 'truncate(2): truncate64 on 32-bit'],
    ['ftruncate ftruncate64', 'truncate(2): ftruncate64 on 32-bit'],
    ['statfs statfs64', 'statfs(2): statfs64 on 32-bit'],
    ['fstatfs fstatfs64', 'statfs(2): fstatfs64 on 32-bit'],
    ['fchown fchown32', 'chown(2): 32-bit user ids'],
    [
        'arm_fadvise64_64 fadvise64 fadvise64_64',
        'posix_fadvise(2): architecture-specific variants'
    ],
    [
        'arm_sync_file_range sync_file_range sync_file_range2',
        'sync_file_range(2): other order of arguments on arm and powerpc'
    ],
    // Waiting.
    [
        'epoll_pwait epoll_pwait2 epoll_wait',
        'epoll_wait(2): generic architectures have no epoll_wait; epoll_pwait2 since Linux 5.11'
    ],
    ['epoll_create epoll_create1', 'epoll_create(2); asm-generic/unistd.h'],
    ['eventfd eventfd2', 'eventfd(2): C library/kernel differences'],
    ['signalfd signalfd4', 'signalfd(2): C library/kernel differences'],
    ['inotify_init inotify_init1', 'inotify_init(2); asm-generic/unistd.h'],
    [
        'poll ppoll ppoll_time64',
        'poll(2): generic architectures have ppoll only; 64-bit times'
    ],
    [
        '_newselect pselect6 pselect6_time64 select',
        'select(2): generic architectures have pselect6 only; 64-bit times'
    ],
    [
        'futex futex_requeue futex_time64 futex_wait futex_waitv futex_wake',
        'futex(2); futex_time64 on 32-bit; futex_waitv since Linux 5.16, the others since 6.7'
    ],
    [
        'clock_nanosleep clock_nanosleep_time64 nanosleep',
        'nanosleep(2): glibc makes clock_nanosleep since 2.31'
    ],
    ['io_pgetevents io_pgetevents_time64', TIME64],
    ['rt_sigtimedwait rt_sigtimedwait_time64', TIME64],
    // Sockets and messages.
    ['accept accept4', 'accept(2): 32-bit x86 has accept4 only'],
    ['recv recvfrom', 'recv(2): without flags the same; most have recvfrom only'],
    ['send sendto', 'send(2): the same without address; most have sendto only'],
    ['recvmmsg recvmmsg_time64', TIME64],
    ['mq_timedreceive mq_timedreceive_time64', TIME64],
    ['mq_timedsend mq_timedsend_time64', TIME64],
    [
        'semop semtimedop semtimedop_time64',
        'semop(2): glibc makes semtimedop with no time-out; 64-bit times'
    ],
    // Clocks.
    [
        'clock_settime clock_settime64 settimeofday stime',
        'stime(2), settimeofday(2): glibc makes clock_settime since 2.31'
    ],
    [
        'adjtimex clock_adjtime clock_adjtime64',
        'adjtimex(2): glibc makes clock_adjtime'
    ],
    ['timer_gettime timer_gettime64', TIME64],
    ['timer_settime timer_settime64', TIME64],
    ['timerfd_gettime timerfd_gettime64', TIME64],
    ['timerfd_settime timerfd_settime64', TIME64],
    ['sched_rr_get_interval sched_rr_get_interval_time64', TIME64],
    // Signals: the real-time calls replaced the others in Linux 2.2; which way
    // back a handler takes on 32-bit is the kernel's choice.
    ['rt_sigreturn sigreturn', 'sigreturn(2)'],
    [
        'rt_sigaction sigaction signal',
        'sigaction(2): C library/kernel differences'
    ],
    [
        'rt_sigprocmask sigprocmask',
        'sigprocmask(2): C library/kernel differences'
    ],
    ['rt_sigpending sigpending', 'sigpending(2): C library/kernel differences'],
    ['rt_sigsuspend sigsuspend', 'sigsuspend(2): C library/kernel differences'],
    // User ids of 32 bits, on 32-bit architectures.
    ...[
        'getegid',
        'geteuid',
        'getgid',
        'getgroups',
        'getresgid',
        'getresuid',
        'getuid',
        'setfsgid',
        'setfsuid',
        'setgid',
        'setgroups',
        'setregid',
        'setresgid',
        'setresuid',
        'setreuid',
        'setuid'
    ].map(name => [
        `${name} ${name}32`,
        `${name}(2): C library/kernel differences, 32-bit user ids`
    ])
];
/**
 * Calls that the vDSO answers without a system call if the clock or the random
 * generator allows it, and otherwise passes to the kernel.
 */
const VDSO = {
    names: [
        'clock_getres',
        'clock_getres_time64',
        'clock_gettime',
        'clock_gettime64',
        'getcpu',
        'getrandom',
        'gettimeofday',
        'riscv_hwprobe',
        'time'
    ],
    source: 'vdso(7); Linux arch/*/vdso; getrandom since Linux 6.11',
    unseen: true
};
/** All families. Each name is in at most one of them. */
const FAMILIES = [
    VDSO,
    ...TABLE.map(([names, source]) => ({
        names: names.split(' '),
        source,
        unseen: false
    }))
];

;// CONCATENATED MODULE: ./src/syscalls/families.ts



/**
 * The portability family of a call: the call itself, and the calls that libc or
 * the kernel uses in its place on another version or architecture. Undefined
 * for a call without a stand-in. No two families have a name in common.
 */
function familyOf(name) {
    return BY_NAME.get(name);
}
/**
 * The calls that can take the place of the named ones on another kernel, libc
 * or clock, as far as the architecture has them: sorted, without the named
 * ones. Calls of the vDSO are always among them, because no recording can show
 * that a program does not make them.
 */
function standInsFor(names, architecture) {
    const given = new Set(names);
    const existing = (0,numbers/* syscallNumbers */.Q3)(architecture);
    const families = new Set([
        ...FAMILIES.filter(family => family.unseen),
        ...names.flatMap(name => familyOf(name) ?? [])
    ]);
    return [...families]
        .flatMap(family => family.names)
        .filter(name => !given.has(name) && Object.hasOwn(existing, name))
        .sort();
}
const BY_NAME = new Map(FAMILIES.flatMap(family => family.names.map((name) => [name, family])));

;// CONCATENATED MODULE: ./src/candidate/portable.ts


/**
 * What a profile must have, besides the calls needed here, to work under
 * another runtime, libc and kernel: the floors of runc and crun, and the
 * families of calls that stand in for each other.
 *
 * @returns sorted by name; nothing with `portability: off`
 */
function portableCalls(needed, input) {
    if (input.portability === 'off')
        return [];
    const floor = new Map(portableFloor(input.architecture).map(({ name, runtimes }) => [
        name,
        runtimes
    ]));
    const all = new Set([...needed, ...floor.keys()]);
    const names = [
        ...[...floor.keys()].filter(name => !needed.has(name)),
        ...standInsFor([...all], input.architecture)
    ].sort();
    return names.map(name => {
        const family = familyOf(name);
        const members = family && !family.unseen ? family.names : [];
        return {
            name,
            runtimes: floor.get(name) ?? [],
            standsInFor: members.filter(m => m !== name && all.has(m))
        };
    });
}

// EXTERNAL MODULE: ./src/profile/errno.ts
var profile_errno = __webpack_require__(549);
// EXTERNAL MODULE: ./src/profile/filter/load.ts + 1 modules
var load = __webpack_require__(5881);
// EXTERNAL MODULE: ./src/profile/filter/machines.ts
var filter_machines = __webpack_require__(5324);
;// CONCATENATED MODULE: ./src/candidate/rules.ts






/** What the default's rules say about these calls alone. */
function narrow(names, input) {
    const { engineDefault, rules, made, recordUnder } = input;
    return names.flatMap(name => {
        const treatment = (0,profile_treatment/* treatmentOf */.Wh)(rules, name, engineDefault);
        // Without a filter, nothing kept the tests to the default's arguments.
        const isFree = recordUnder === 'allow-all' && made.has(name);
        if (treatment.kind !== 'conditional' || isFree)
            return [bareAllow([name])];
        const narrowed = uniqueBy(treatment.rules.map(({ action, errno, errnoRet, args }) => {
            const number = (0,profile_errno/* errnoOf */.U)(errno, errnoRet);
            return {
                names: [name],
                action,
                ...(typeof number === 'number' && { errnoRet: number }),
                ...(typeof number === 'string' && { errno: number }),
                args
            };
        }), ({ action, errno, errnoRet, args }) => [action, errno, errnoRet, ...args.map(normalize/* argKey */.a$)].join('|'));
        return loadable(name, narrowed, input);
    });
}
/**
 * The rules about one call as libseccomp takes them on all machines of a file.
 * On x86 (and others with socketcall(2)) it refuses podman's rules about
 * `socket`: some allow and one refuses, and their conditions are on arguments
 * that socketcall(2) hides behind a pointer. The default itself loads because
 * it allows `socketcall`. Without the refusing rule the file's default refuses
 * the same calls, with its own errno.
 */
function loadable(name, rules, { engineDefault, file, architecture, capabilities }) {
    const natives = new Set([architecture, ...(0,filter_machines/* nativesOf */.Cn)(file)]);
    const machines = [...natives]
        .map(architecture => ({ architecture, capabilities }))
        .filter(machine => (0,load/* loads */.qV)({ ...file, syscalls: [] }, machine));
    const fits = (syscalls) => machines.every(machine => (0,load/* loads */.qV)({ ...file, syscalls }, machine));
    if (fits(rules))
        return rules;
    const allowing = rules.filter(profile_treatment/* lets */.Nx);
    const here = [{ architecture, capabilities }];
    const alone = { defaultAction: 'SCMP_ACT_ERRNO', syscalls: allowing };
    const isWider = () => (0,diff/* diffProfiles */.Uj)(engineDefault, alone, here).added.includes(name);
    // Where neither will do, the comparison of the whole profile says so.
    return fits(allowing) && !isWider() ? allowing : rules;
}
/** One rule for all names that are allowed outright, before the others. */
function joinBareAllows(rules) {
    const bare = ({ action, args, includes, excludes }) => action === 'SCMP_ACT_ALLOW' && !args.length && !includes && !excludes;
    const names = rules.filter(bare).flatMap(rule => rule.names);
    return [
        ...(names.length > 0 ? [bareAllow(names)] : []),
        ...rules.filter(rule => !bare(rule))
    ];
}
function bareAllow(names) {
    return { names, action: 'SCMP_ACT_ALLOW', args: [] };
}
function uniqueBy(values, key) {
    return [...new Map(values.map(v => [key(v), v])).values()];
}

;// CONCATENATED MODULE: ./src/candidate/candidate.ts












/** errno numbers that a default may have, asm-generic/errno.h. */
const DEFAULT_ERRNOS = { ENOSYS: 38, EPERM: 1 };
const PORTABILITIES = (/* unused pure expression or super */ null && (['on', 'off']));
/**
 * Derives the profile from recordings: the engine's default profile, narrowed
 * to the calls that were recorded, plus the runtime's floor and what
 * portability asks for. The container ran under that default, so a call that
 * the default refuses did not get through. If a recorder has it, the runtime
 * made it before the filter was loaded, or a program tried it and failed.
 * Where the default allows a call for certain arguments only, so does the
 * candidate. It is therefore never wider than the default, except for what the
 * policy allows by name, and for what was recorded under no filter at all
 * (`record-under: allow-all`).
 *
 * A committed deny-list, which lets through what it does not list, stays as it
 * is: `governed` tells which of the recorded calls it refuses.
 */
function deriveCandidate(input) {
    const { committed, engineDefault, policy = candidate_policy/* NO_POLICY */.lm } = input;
    // A rule that does not apply to this container says nothing about a call.
    const user = (0,resolve/* resolveRules */.S)(committed ? (0,profile_managed/* userRules */.hC)(committed) : [], input);
    const userNames = (0,profile_rules/* namesIn */.wX)(user);
    const rules = (0,resolve/* resolveRules */.S)(engineDefault.syscalls, input);
    const file = fileOf(input);
    const needs = needsOf(rules, input);
    const { seen, forStart, needed, setUp } = needs;
    const allowed = (0,candidate_policy/* allowedOn */.oA)(policy, input.architecture);
    const governed = (0,normalize/* sortedUnique */.Z$)([...seen, ...allowed.keys()]).filter(name => userNames.has(name) && (0,profile_treatment/* treatmentOf */.Wh)(user, name, file).kind !== 'allowed');
    const old = committed ? (0,profile_managed/* managedRules */.B4)(committed) : [];
    const { portable, wanted, unseen, kept } = chooseCalls(input, {
        rules,
        needs,
        allowed: [...allowed.keys()],
        old: (0,normalize/* sortedUnique */.Z$)([...(0,diff/* allowedNames */.Ru)(old)]),
        mayManage: name => !userNames.has(name) && !policy.deny.has(name)
    });
    const wantedNames = new Set(wanted);
    const common = {
        leftOut: setUp.filter(({ name }) => !wantedNames.has(name)),
        denied: deniedAndNeeded(policy.deny, { seen, forStart, user, file }),
        governed,
        unseen,
        kept,
        forStart
    };
    if (committed && (0,profile_treatment/* isDenyList */.z2)(committed)) {
        return { ...common, profile: committed, portable: [], byPolicy: new Map() };
    }
    const made = new Set([...input.recorded, ...(input.replayed ?? [])]);
    // By name, for whatever reason a call is there, so that the same calls are
    // the same text. Rules about one call keep their order: it has a meaning.
    const managed = [
        ...narrow(wanted, { ...input, rules, file, made }),
        ...kept.flatMap(name => (0,profile_rules/* onlyNames */.hm)(old, [name]))
    ].toSorted((a, b) => compare(a.names[0], b.names[0]));
    return {
        ...common,
        profile: (0,profile_managed/* replaceManaged */.qi)(file, joinBareAllows(managed)),
        portable,
        byPolicy: new Map([...allowed].filter(([name]) => wantedNames.has(name) && !needed.has(name)))
    };
}
/** By code unit, so that the order is the same under every locale. */
function compare(a = '', b = '') {
    return a < b ? -1 : a > b ? 1 : 0;
}
function fileOf(input) {
    const { committed, architecture, alsoOn = [], defaultErrno } = input;
    const errno = defaultErrno ?? (committed ? undefined : 'ENOSYS');
    return fileFor({
        committed,
        architecture,
        alsoOn,
        errno: errno && DEFAULT_ERRNOS[errno]
    });
}
function needsOf(rules, input) {
    const { recorded, replayed = [], floor } = input;
    const setUp = [...new Set([...recorded, ...floor])]
        .map(name => ({ name, why: whyLeftOut(name, rules, input) }))
        .filter((entry) => entry.why !== undefined);
    const gone = new Set(setUp.map(entry => entry.name));
    // A number that no table has a name for cannot be in a profile.
    const seen = new Set([
        ...recorded.filter(name => !gone.has(name) && !name.startsWith('#')),
        ...replayed
    ]);
    // Go's scheduler makes these only before the filter is loaded.
    const byChance = input.sees === 'set-up' ? kept/* RUNTIME_BY_CHANCE */.C : [];
    const forStart = new Set([
        ...[...byChance, ...floor].filter(name => !isRefused(rules, name, input) && !gone.has(name)),
        ...kept/* ALWAYS_KEPT */.l
    ]);
    return { seen, forStart, needed: new Set([...seen, ...forStart]), setUp };
}
/** Whether the engine's default refuses a call. */
function isRefused(rules, name, { engineDefault }) {
    return (0,profile_treatment/* treatmentOf */.Wh)(rules, name, engineDefault).kind === 'refused';
}
/** Chooses the calls of the managed rules. */
function chooseCalls(input, { rules, needs, allowed, old, mayManage }) {
    const { isUncertain = () => false } = input;
    const gone = new Set(needs.setUp.map(({ name }) => name));
    const choose = (staying) => {
        const portable = portableCalls(new Set([...needs.needed, ...staying]), input).filter(({ name }) => !isRefused(rules, name, input) && mayManage(name));
        const elsewhere = portable.map(({ name }) => name);
        const wanted = (0,normalize/* sortedUnique */.Z$)([
            ...needs.needed,
            ...elsewhere,
            ...allowed
        ]).filter(mayManage);
        const wantedNames = new Set(wanted);
        const unseen = old.filter(name => !wantedNames.has(name) && mayManage(name) && !gone.has(name));
        const kept = unseen.filter(name => input.removals === 'report' || isUncertain(name));
        return { portable, wanted, unseen, kept };
    };
    // What stands in for a call stays as long as the call does.
    return choose(choose([]).kept);
}
/** The denied calls that something needs, unless a user's rule refuses them. */
function deniedAndNeeded(deny, needs) {
    const { seen, forStart, user, file } = needs;
    const ruled = (0,profile_rules/* namesIn */.wX)(user);
    const whyNeeded = (name) => {
        const isAllowed = (0,profile_treatment/* treatmentOf */.Wh)(user, name, file).kind !== 'refused';
        if (ruled.has(name) && !isAllowed)
            return [];
        const reasons = [
            // Any recording may have these, so they say nothing about the tests.
            [forStart.has(name), 'needed to start any container'],
            [seen.has(name) && !forStart.has(name), 'recorded'],
            [isAllowed && ruled.has(name), 'allowed by a user rule'],
            [isAllowed && !ruled.has(name), 'not denied by the deny-list']
        ];
        return reasons.filter(([holds]) => holds).map(([, why]) => why);
    };
    return [...deny]
        .map(([name, line]) => ({ name, line, why: whyNeeded(name) }))
        .filter(({ why }) => why.length > 0)
        .sort((a, b) => (a.name < b.name ? -1 : 1));
}
function whyLeftOut(name, rules, input) {
    // A recorder that says such a call passed is not believed.
    if (isRefused(rules, name, input) && input.recordUnder === 'default') {
        return 'refused by the default profile';
    }
    if (input.sees !== 'set-up')
        return undefined;
    // A program that unshares a user namespace may mount inside it.
    const unprivileged = !input.capabilities.includes('CAP_SYS_ADMIN') &&
        !input.recorded.includes('unshare');
    if (!SETUP_CALLS.includes(name))
        return undefined;
    if (unprivileged)
        return 'set-up without CAP_SYS_ADMIN';
    // The runtime makes it even for a container that does nothing. Such a
    // recorder cannot know whether the tests make it as well, and it is
    // dangerous.
    return input.floor.includes(name) ? 'set-up in any container' : undefined;
}

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
var promises_default = /*#__PURE__*/__webpack_require__.n(promises_);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/host/files.ts
var files = __webpack_require__(3285);
// EXTERNAL MODULE: ./src/floor/floor.ts
var floor_floor = __webpack_require__(528);
;// CONCATENATED MODULE: ./src/floor/cache.ts





/** The floor that was measured earlier under the same key, if there is one. */
async function readFloor(directory, key) {
    const floor = (0,floor_floor/* parseFloor */.cI)(await promises_default().readFile(cache_fileOf(directory, key), 'utf8').catch(() => ''));
    return floor && textOf(floor.key) === textOf(key) ? floor : undefined;
}
/** Keeps a floor. If that fails, it is measured again next time. */
async function keepFloor(directory, floor) {
    await (0,files/* keepText */.Jp)(cache_fileOf(directory, floor.key), (0,floor_floor/* serializeFloor */.hc)(floor));
}
function cache_fileOf(directory, key) {
    const digest = (0,external_node_crypto_.createHash)('sha256').update(textOf(key)).digest('hex');
    return external_node_path_default().join(directory, `floor-${digest.slice(0, 16)}.json`);
}
/** The same text for the same key, whatever order a file has. */
function textOf(key) {
    const { runtime, engine, kernel, recorders, recordedUnder, options, image } = key;
    return JSON.stringify([
        runtime,
        engine,
        kernel,
        recorders,
        recordedUnder,
        options,
        image
    ]);
}
/** Forgets a floor that turned out to be out of date. */
async function forgetFloor(directory, key) {
    await promises_default().rm(cache_fileOf(directory, key), { force: true }).catch(() => undefined);
}

;// CONCATENATED MODULE: ./src/history/history.ts
const { exp, log } = Math;
/** The history of a suite that was never recorded. */
const NO_HISTORY = { runs: 0, calls: new Map() };
/** How many runs a sighting counts, so that new runs outweigh old ones. */
const MEMORY = 20;
/** However steady a call was, one run without it may be bad luck. */
const LEAST_UNSEEN = 2;
/**
 * A call is removed when a call with its past would be missing for so long with
 * a probability below this. A call that is made in one run of four then stays
 * for thirty pushes in all but about 2 of 1000 suites.
 */
const BAD_LUCK = 4e-5;
/**
 * The prior: half of the calls are made in each run, the others in a share of
 * the runs from a tenth up, all shares equally likely. Rarer calls are not
 * waited for, or a call that was seen once would never be removed.
 */
const SHARES = Array.from({ length: 18 }, (_, index) => {
    const share = (index + 2) / 20;
    return { made: log(share), missed: log(1 - share) };
});
const FIRST = { seen: 1, runs: 1, unseen: 0 };
/**
 * The history as a push finds it, before its first run.
 *
 * - If there was no run before, each call of the profile counts as seen in the
 *   one run that it came from.
 * - A call of the profile that is new to this history but known to that of
 *   another branch came with a merge: its history is taken over.
 * - A call that was removed and is not in the profile is forgotten.
 *
 * @param profile the names of the committed profile
 * @param others histories of other branches, in the order to ask them
 */
function begin(history, profile, others = []) {
    const names = new Set(profile);
    const calls = new Map([...history.calls].filter(([name, sighting]) => names.has(name) || !isGone(sighting)));
    for (const name of names) {
        if (calls.has(name))
            continue;
        const known = others
            .map(({ calls }) => calls.get(name))
            .find(sighting => sighting && !isGone(sighting));
        const sighting = known ?? (history.runs === 0 ? FIRST : undefined);
        if (sighting)
            calls.set(name, sighting);
    }
    return { ...history, calls };
}
/**
 * The history with one more run.
 *
 * @param names the calls that were made in it
 * @param lookedFor the calls that the run could show, if not all: a run under a
 * profile shows only those that the profile refuses
 */
function observe(history, names, lookedFor) {
    const made = new Set(names);
    const asked = new Set(lookedFor ?? history.calls.keys());
    const calls = new Map(history.calls);
    for (const [name, sighting] of history.calls) {
        if (asked.has(name) && !made.has(name)) {
            calls.set(name, { ...sighting, unseen: sighting.unseen + 1 });
        }
    }
    for (const name of made)
        calls.set(name, seenAgain(history.calls.get(name)));
    return { runs: history.runs + 1, calls };
}
/**
 * Whether a call may be removed from the profile. One that no run showed may be
 * removed at once: it has another reason, or none.
 */
function mayLeave(history, name) {
    const sighting = sightingOf(history, name);
    return sighting === undefined || isGone(sighting);
}
/** How many more runs without the call until it may be removed. */
function runsNeeded(history, name) {
    const sighting = sightingOf(history, name);
    if (!sighting)
        return 0;
    let more = 0;
    while (!isGone({ ...sighting, unseen: sighting.unseen + more }))
        more++;
    return more;
}
/** Whether no run of this history showed a call. */
function isNews({ runs, calls }, name) {
    const sighting = calls.get(name);
    return sighting === undefined || sighting.unseen >= runs;
}
function sightingOf(history, name) {
    return history.calls.get(name) ?? (history.runs === 0 ? FIRST : undefined);
}
/** A call that was removed and came back is new: its past misled us. */
function seenAgain(before) {
    if (!before || isGone(before))
        return FIRST;
    const seen = before.seen + 1;
    const runs = before.runs + before.unseen + 1;
    return runs > MEMORY
        ? { seen: MEMORY * (seen / runs), runs: MEMORY, unseen: 0 }
        : { seen, runs, unseen: 0 };
}
function isGone(sighting) {
    return sighting.unseen >= LEAST_UNSEEN && chanceOf(sighting) < BAD_LUCK;
}
/**
 * How likely it is that a call that was made in `seen` of `runs` runs is
 * missing from the next `unseen` (at least one) if nothing changed: the
 * predictive probability by Bayes' theorem.
 */
function chanceOf({ seen, runs, unseen }) {
    // A call that is made in every run is as likely as all the others together,
    // and never missing.
    let all = seen === runs ? SHARES.length : 0;
    let chance = 0;
    for (const { made, missed } of SHARES) {
        const likely = exp(seen * made + (runs - seen) * missed);
        all += likely;
        chance += likely * exp(unseen * missed);
    }
    return chance / all;
}

// EXTERNAL MODULE: ./src/host/cache.ts
var cache = __webpack_require__(8096);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
;// CONCATENATED MODULE: ./src/history/file.ts






/** How many branches of a suite keep their history: those written last. */
const BRANCHES = 100;
const count = dist/* pipe */.FsL(dist/* number */.aig(), dist/* safeInteger */.Y2b(), dist/* minValue */.Wwf(0));
const sightingSchema = dist/* pipe */.FsL(dist/* object */.Ikc({
    name: dist/* string */.YjP(),
    seen: dist/* pipe */.FsL(dist/* number */.aig(), dist/* gtValue */.zYL(0)),
    runs: dist/* pipe */.FsL(dist/* number */.aig(), dist/* maxValue */.cGV(MEMORY)),
    unseen: count
}), dist/* check */.z6Y(({ seen, runs }) => seen <= runs));
const historySchema = dist/* object */.Ikc({
    format: dist/* literal */.euz('seccomp-lock history'),
    version: dist/* literal */.euz(1),
    key: dist/* object */.Ikc({ suite: dist/* array */.YOg(dist/* string */.YjP()), ref: dist/* string */.YjP() }),
    runs: count,
    calls: dist/* array */.YOg(sightingSchema)
});
/** A history as the text of a file. */
function serializeHistory(key, history) {
    const { suite, ref } = key;
    const calls = [...history.calls]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, { seen, runs, unseen }]) => ({ name, seen, runs, unseen }));
    const file = {
        format: 'seccomp-lock history',
        version: 1,
        key: { suite, ref },
        runs: history.runs,
        calls
    };
    return `${JSON.stringify(file, undefined, 2)}\n`;
}
/** Reads a history back; undefined if the text is not of this version. */
function parseHistory(text) {
    try {
        const { key, runs, calls } = dist/* parse */.qgA(historySchema, JSON.parse(text));
        const sightings = calls.map(({ name, seen, runs, unseen }) => [name, { seen, runs, unseen }]);
        return { key, history: { runs, calls: new Map(sightings) } };
    }
    catch {
        return undefined;
    }
}
/**
 * The history of a branch or, if it has none, of the branch that it comes from.
 *
 * @param bases branches to ask if the key's own has none, in this order
 */
async function readHistory(directory, key, bases = []) {
    for (const ref of [key.ref, ...bases]) {
        const file = external_node_path_default().join(directory, file_fileOf({ ...key, ref }));
        const found = await readFile(file);
        if (found && isSame(found.key, { ...key, ref }))
            return found.history;
    }
    return NO_HISTORY;
}
/** The histories of the suite's other branches, the newest first. */
async function readOthers(directory, key) {
    const histories = [];
    for (const file of await filesOf(directory, key)) {
        const found = await readFile(file);
        if (!found || found.key.ref === key.ref)
            continue;
        if (isSame({ ...found.key, ref: key.ref }, key)) {
            histories.push(found.history);
        }
    }
    return histories;
}
/**
 * Keeps the history of a branch, and drops those written longest ago. If that
 * is not possible, the history is learnt again.
 */
async function keepHistory(directory, key, history) {
    const file = external_node_path_default().join(directory, file_fileOf(key));
    if (!(await (0,files/* keepText */.Jp)(file, serializeHistory(key, history))))
        return;
    for (const old of (await filesOf(directory, key)).slice(BRANCHES)) {
        await promises_default().rm(old).catch(() => undefined);
    }
}
async function readFile(file) {
    return parseHistory(await promises_default().readFile(file, 'utf8').catch(() => ''));
}
/** The files of a suite, the newest first. */
async function filesOf(directory, key) {
    const names = await promises_default().readdir(directory).catch(() => []);
    const own = names.filter(name => name.startsWith(prefixOf(key)) && name.endsWith('.json'));
    const files = await Promise.all(own.map(async (name) => {
        const file = external_node_path_default().join(directory, name);
        const stat = await promises_default().stat(file).catch(() => undefined);
        return { file, written: stat?.mtimeMs ?? 0 };
    }));
    return files.sort((a, b) => b.written - a.written).map(({ file }) => file);
}
function file_fileOf(key) {
    return `${prefixOf(key)}${digestOf([key.ref])}.json`;
}
function prefixOf({ suite }) {
    return `history-${digestOf(suite)}-`;
}
function digestOf(strings) {
    const text = JSON.stringify(strings);
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 16);
}
function isSame(a, b) {
    return digestOf([...a.suite, a.ref]) === digestOf([...b.suite, b.ref]);
}

;// CONCATENATED MODULE: ./src/history/memory.ts




/**
 * What this runner remembers of earlier test runs on this branch, or on the one
 * that it came from.
 *
 * @param environment says which repository and branch it is
 * @param names the calls of the committed profile
 */
async function recall(inputs, environment, names) {
    const directory = (0,cache/* cacheDirectory */.o)(environment);
    const key = keyOf(inputs, environment);
    const { GITHUB_BASE_REF: base } = environment;
    const history = await readHistory(directory, key, base ? [base] : []);
    return begin(history, names, await readOthers(directory, key));
}
/** Keeps what is known now for the next run. */
async function remember(inputs, environment, history) {
    const directory = (0,cache/* cacheDirectory */.o)(environment);
    await keepHistory(directory, keyOf(inputs, environment), history);
}
/**
 * A pull request is a branch of its own (`7/merge`): its head's name is chosen
 * by whoever opened it, and can be `main`.
 */
function keyOf(inputs, environment) {
    const { GITHUB_REPOSITORY: repository = '', GITHUB_REF_NAME: ref = '' } = environment;
    const { workspace, profile } = inputs;
    // Outside GitHub, the path of the checkout distinguishes it.
    const suite = repository || workspace;
    return {
        suite: [suite, external_node_path_default().relative(workspace, profile)],
        ref
    };
}

;// CONCATENATED MODULE: ./src/history/pending.ts

/** The calls that stay because they may come back. */
function pendingOf(history, names) {
    return names
        .filter(name => !mayLeave(history, name))
        .map(name => ({
        name,
        unseen: history.calls.get(name)?.unseen ?? 0,
        more: runsNeeded(history, name)
    }));
}

// EXTERNAL MODULE: ./src/host/temporary.ts
var temporary = __webpack_require__(9097);
// EXTERNAL MODULE: ./src/profile/serialize.ts
var serialize = __webpack_require__(8399);
// EXTERNAL MODULE: ./src/recorders/recording.ts
var recorders_recording = __webpack_require__(1804);
;// CONCATENATED MODULE: ./src/record/confirm.ts


/**
 * Records the tests again while the profile has a call that was not seen but
 * may be made in some runs only, as often as the workflow allows.
 *
 * @param before the history up to the first of these recordings
 * @param derive gives the profile, by recordings and a history that has them
 * @throws as the recording does
 */
async function confirmRemovals(suite, { recorded: first, again }, before, derive) {
    const { removals, confirmRemovals: most } = suite.inputs;
    let recorded = first;
    let history = withRecordings(before, recorded.recordings);
    for (let index = 1; index <= most && removals === 'apply'; index++) {
        // Calls that stay because it is not certain that they are gone.
        const open = derive(recorded, history).kept;
        if (open.length === 0)
            break;
        suite.world.log.info(`Not seen this time: ${open.join(', ')}. Recording again to find out whether that was chance.`);
        const title = `Run the tests again, ${index} of up to ${most}`;
        recorded = await again(recorded, title);
        history = withRecordings(history, recorded.recordings.slice(-1));
    }
    return { recorded, history };
}
function withRecordings(history, recordings) {
    return recordings.reduce((known, recording) => observe(known, (0,recorders_recording/* namesOf */.eZ)(recording)), history);
}

// EXTERNAL MODULE: ./src/container/engine.ts
var container_engine = __webpack_require__(8273);
// EXTERNAL MODULE: ./src/container/run.ts
var run = __webpack_require__(3042);
// EXTERNAL MODULE: ./src/container/run-args.ts
var run_args = __webpack_require__(3754);
// EXTERNAL MODULE: ./src/profile/refusals.ts
var refusals = __webpack_require__(604);
// EXTERNAL MODULE: ./src/recorders/choose.ts
var choose = __webpack_require__(5926);
// EXTERNAL MODULE: ./src/recorders/known.ts + 4 modules
var known = __webpack_require__(1299);
;// CONCATENATED MODULE: ./src/recorders/cross-check.ts





/**
 * Compares two recordings of the same run. A call that only one of them has was
 * lost by the other, or was made by the runtime before it loaded the filter,
 * which the second recorder also sees.
 *
 * @returns a sentence for each disagreement
 */
function doubtsOf(name, saw, second) {
    const [first, other] = [known/* ABOUT */.O[name].called, known/* ABOUT */.O[second.name].called];
    if (second.saw instanceof Error) {
        return [`The check by ${other} failed: ${(0,errors/* messageOf */.bD)(second.saw)}.`];
    }
    const inFirst = new Set((0,recorders_recording/* namesOf */.eZ)(saw));
    const inSecond = new Set((0,recorders_recording/* namesOf */.eZ)(second.saw));
    const explained = new Set([
        ...kept/* ALWAYS_KEPT */.l,
        ...kept/* RUNTIME_BY_CHANCE */.C,
        ...SETUP_CALLS,
        ...(second.floor?.second ?? [])
    ]);
    const onlyFirst = [...inFirst].filter(n => !inSecond.has(n));
    // Without a floor, the calls of the runtime are unknown.
    const onlySecond = [...inSecond].filter(n => !inFirst.has(n) && !explained.has(n) && second.floor);
    const all = [
        [onlyFirst, `${other} lost it. The profile has it.`],
        [
            onlySecond,
            `either the runtime made it while setting up the container, or ${first} lost it. The profile does not have it.`
        ]
    ];
    return [
        ...second.saw.lost.map(sentence => `The check by ${other} is incomplete: ${sentence}.`),
        ...all.flatMap(([names, meaning], index) => names.length === 0
            ? []
            : [
                `Only ${index === 0 ? first : other} saw ${names.map(n => `\`${n}\``).join(', ')}: ${meaning}`
            ])
    ];
}

// EXTERNAL MODULE: ./src/recorders/recorders.ts + 14 modules
var recorders_recorders = __webpack_require__(8289);
// EXTERNAL MODULE: ./src/suite/fit.ts + 1 modules
var fit = __webpack_require__(8728);
// EXTERNAL MODULE: ./src/suite/run-suite.ts + 4 modules
var run_suite = __webpack_require__(6649);
// EXTERNAL MODULE: ./src/suite/trace.ts
var trace = __webpack_require__(729);
;// CONCATENATED MODULE: ./src/container/image.ts

const schema = dist/* tuple */.PVZ([
    dist/* object */.Ikc({
        Config: dist/* optional */.lqM(dist/* object */.Ikc({
            User: dist/* optional */.lqM(dist/* string */.YjP()),
            WorkingDir: dist/* optional */.lqM(dist/* string */.YjP())
        }))
    })
]);
/**
 * The user and the directory that an image's program runs with,
 * `[USER, DIRECTORY]`, each '' if the image does not say.
 *
 * @returns undefined if the image is not on this machine
 */
async function readImageConfig(podman, image) {
    const result = await podman.run(['image', 'inspect', '--', image]);
    if (result.exitCode !== 0)
        return undefined;
    const [{ Config: config }] = dist/* parse */.qgA(schema, JSON.parse(result.stdout));
    return [config?.User ?? '', config?.WorkingDir ?? ''];
}

// EXTERNAL MODULE: ./src/floor/measure.ts
var measure = __webpack_require__(2114);
;// CONCATENATED MODULE: ./src/record/measure-floor.ts









/** The container that does nothing failed. */
class NotMeasured extends errors/* UserError */.yo {
}
/** A digest of options. */
function digest(options) {
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(options)).digest('hex');
}
/**
 * The floor of the runtime under the tests' own image and options: kept from an
 * earlier run, or measured now with a container that does nothing.
 *
 * @param under options that load the profile to record under
 * @returns undefined if it cannot be measured; the tests will show why
 * @throws RecorderFailed, Cancelled
 */
async function provideFloor(suite, choice, under) {
    const { image, engine, environment, world } = suite;
    const { podman, log, scratch } = world;
    const directory = (0,cache/* cacheDirectory */.o)(environment);
    const config = await readImageConfig(podman, image);
    const kept = config && (await readFloor(directory, measure_floor_keyOf(suite, choice, config)));
    if (kept)
        return kept;
    const noop = await (0,measure/* noopOptions */.Z2)(engine.architecture, scratch);
    if (!noop)
        return undefined;
    try {
        const { first, second } = await traceNoop(suite, choice, [
            ...under,
            ...suite.inputs.runArgs,
            ...noop
        ]);
        const known = config ?? (await readImageConfig(podman, image)) ?? [];
        const floor = (0,measure/* floorOf */.Et)(measure_floor_keyOf(suite, choice, known), first, second instanceof errors/* UserError */.yo ? undefined : second);
        const isWhole = !second || (!(second instanceof errors/* UserError */.yo) && second.lost.length === 0);
        if (isWhole)
            await keepFloor(directory, floor);
        return floor;
    }
    catch (error) {
        // A recorder that cannot record this container can record none.
        if (error instanceof trace/* NotRecorded */.M2) {
            throw new trace/* RecorderFailed */.s(choice.first.name, error);
        }
        if (!(error instanceof NotMeasured))
            throw error;
        log.info(`What the runtime needs could not be measured: ${error.message}`);
        return undefined;
    }
}
/** @param config the image's user and directory */
function measure_floor_keyOf({ engine, inputs }, { first, second }, config) {
    return {
        runtime: engine.runtime,
        engine: (0,container_engine/* engineName */.OC)(engine),
        kernel: engine.kernel,
        recorders: [first, second].flatMap(r => (r ? [r.name] : [])),
        recordedUnder: inputs.recordUnder,
        // A digest, because they may be confidential.
        options: digest(inputs.runArgs),
        image: config
    };
}
/**
 * Records the container that does nothing.
 *
 * @param own options of `podman run` besides the recorder's
 * @throws NotMeasured if the container failed; as `trace`
 */
function traceNoop({ image, inputs, world }, choice, own) {
    const { podman, log, signal, container: name } = world;
    return (0,trace/* trace */.uP)(choice, world, ({ options, wrap }) => (0,run/* runTests */.N$)(podman, log, {
        title: 'Measure what the runtime needs: start a container that does nothing',
        image,
        name,
        signal,
        wrap,
        mayPull: inputs.source.kind === 'image',
        command: [],
        options: [...options, ...own],
        runArgs: inputs.runArgs,
        directory: inputs.directory,
        timeoutMs: inputs.timeoutMs
    }), ({ started, exitCode }) => {
        if (!started || exitCode !== 0) {
            throw new NotMeasured(`it ended with exit code ${exitCode}`, {
                code: 'recording'
            });
        }
    });
}

;// CONCATENATED MODULE: ./src/record/record.ts
















/**
 * Finds out what can record here. A recorder of which that is not known yet
 * records a test container.
 *
 * @throws UserError if nothing can; Cancelled
 */
async function planRecording(inputs, { host, engine, engineDefault }, environment, world) {
    const underAll = inputs.recordUnder === 'allow-all';
    const all = (0,recorders_recorders/* createRecorders */.i)(host, underAll ? ALLOW_ALL : engineDefault, underAll || inputs.denials === 'ignore'
        ? undefined
        : (0,refusals/* refusalsOf */.h)(engineDefault));
    const named = inputs.recorder === 'auto' ? undefined : inputs.recorder;
    const place = { host, engine, environment, world };
    const recorders = (0,fit/* fitRecorders */.J)(all, named, place);
    return {
        recorders,
        choice: await (0,choose/* chooseRecorders */.D)(inputs.recorder, recorders)
    };
}
/** A profile that lets everything through but is a filter. */
const ALLOW_ALL = { defaultAction: 'SCMP_ACT_ALLOW', syscalls: [] };
/**
 * Measures the floor and runs the tests under a recorder. With `auto`, another
 * recorder takes over from one that turns out not to work. Whatever happens,
 * the containers are gone when it returns or throws.
 *
 * @throws UserError if the tests or the recording fail; Cancelled
 */
async function record(suite, { choice, recorders }) {
    const { inputs, world } = suite;
    try {
        announce(choice, inputs, world.log);
        return await recordWith(suite, choice);
    }
    catch (error) {
        const hasFailed = error instanceof trace/* RecorderFailed */.s;
        if (hasFailed || error instanceof trace/* NotRecorded */.M2) {
            await distrust(choice, recorders);
        }
        if (!hasFailed || inputs.recorder !== 'auto')
            throw error;
        const why = [error.message, ...(error.hint?.split('\n') ?? [])];
        world.log.warning([`The recorder ${error.recorder} does not work here:`, ...why].join('\n'));
        const failed = [...choice.failed, { name: error.recorder, why }];
        const next = await (0,choose/* chooseRecorders */.D)('auto', recorders, failed);
        return record(suite, { choice: next, recorders });
    }
}
/**
 * What did not record is tried again before another run relies on it: podman's
 * settings can have changed in a way that no check sees.
 */
async function distrust({ first, second }, recorders) {
    for (const recorder of recorders) {
        const { name } = recorder;
        if (name === first.name || name === second?.name) {
            await recorder.distrust?.().catch(() => undefined);
        }
    }
}
function announce({ first, second, failed }, { recorder }, log) {
    const check = second ? `, checked by ${known/* ABOUT */.O[second.name].called}` : '';
    log.info(`Recording with ${known/* ABOUT */.O[first.name].called}${check}.`);
    const slow = known/* ABOUT */.O[first.name].slow;
    if (slow === undefined)
        return;
    log.warning([
        `${known/* ABOUT */.O[first.name].called} is slow: ${slow}`,
        ...(recorder === 'auto'
            ? failed.flatMap(({ name, why }) => [
                `${name} does not work here:`,
                ...why.map(line => `    ${line}`)
            ])
            : [])
    ].join('\n'));
}
async function recordWith(suite, choice) {
    const under = await underOptions(suite, choice);
    const floor = await provideFloor(suite, choice, under);
    const again = (recorded, title) => recordOnce(suite, choice, under, recorded, title);
    let recorded = {
        image: suite.image,
        recordings: [],
        recorder: choice.first.name,
        checkedBy: choice.second?.name,
        doubts: [],
        floor,
        capabilities: [],
        output: ''
    };
    const { runs } = suite.inputs;
    for (let index = 1; index <= runs; index++) {
        const of = runs > 1 ? `, run ${index} of ${runs}` : '';
        recorded = await again(recorded, `Run the tests${of}`);
    }
    return { recorded, again };
}
/** Runs the tests and adds what was recorded. */
async function recordOnce(suite, choice, under, recorded, title) {
    const { floor } = recorded;
    const traced = await traceTests(suite, choice, under, title);
    const { first, second } = traced;
    suite.world.log.info(`Recorded ${(0,recorders_recording/* namesOf */.eZ)(first).length} system calls.`);
    const recording = recordingOf(suite, choice, withoutRuntime(first, floor));
    return {
        ...recorded,
        recordings: [...recorded.recordings, recording],
        doubts: [
            ...new Set([
                ...recorded.doubts,
                ...doubtsAbout(choice, first, second, floor)
            ])
        ],
        capabilities: traced.run.capabilities,
        output: traced.run.output
    };
}
/**
 * Runs the tests under the recorder. What it loses on a busy machine it need
 * not lose again, so a recording that is not complete is made once more.
 */
async function traceTests(suite, choice, under, title) {
    const { image, inputs, world } = suite;
    const attempt = (called) => (0,trace/* trace */.uP)(choice, world, ({ options, wrap }) => (0,run_suite/* runTestsOnce */.o)(suite, called, { options: [...options, ...under], wrap }), tests => {
        const { command } = inputs.tests;
        const failure = (0,run/* explainFailure */.SP)(tests, { image, command });
        if (failure)
            throw failure;
    });
    try {
        return await attempt(title);
    }
    catch (error) {
        if (!(error instanceof trace/* Incomplete */.nd))
            throw error;
        world.log.info(`${error.message}. It is made once more.`);
        return attempt(`${title}, once more`);
    }
}
function doubtsAbout({ first, second }, saw, other, floor) {
    if (!second || !other)
        return [];
    return doubtsOf(first.name, saw, { name: second.name, saw: other, floor });
}
/** Options that load the profile to record under, unless it is the default. */
async function underOptions({ inputs, world }, { first }) {
    // The audit recorder makes its own profile from it.
    if (inputs.recordUnder === 'default' || first.name === 'audit')
        return [];
    const file = external_node_path_default().join(world.scratch, 'allow-all.json');
    await promises_default().writeFile(file, (0,serialize/* serializeProfile */.K)(ALLOW_ALL));
    return (0,run/* underProfile */.k8)(file);
}
function recordingOf({ engine, inputs }, { first }, observation) {
    return {
        format: 'seccomp-lock recording',
        version: 1,
        recorder: first.name,
        recordedUnder: inputs.recordUnder,
        architecture: engine.architecture,
        kernel: engine.kernel,
        engine: (0,container_engine/* engineName */.OC)(engine),
        runtime: engine.runtime,
        options: inputs.runArgs.map(run_args/* withoutValue */.CU),
        ...observation
    };
}
/** What the runtime tries and is refused is irrelevant to the profile. */
function withoutRuntime(observation, floor) {
    const isOwn = ({ comm }) => floor?.programs.includes(comm) ?? false;
    const denied = observation.denied
        .map(call => ({
        ...call,
        programs: call.programs.filter(program => !isOwn(program))
    }))
        .filter(({ programs }) => programs.length > 0);
    return { ...observation, denied };
}

// EXTERNAL MODULE: ./src/recorders/counts.ts
var counts = __webpack_require__(1691);
;// CONCATENATED MODULE: ./src/recorders/unite.ts

/** Unites recordings of one recorder; counts are added up. */
function uniteRecordings(recordings) {
    const runs = new Map();
    for (const { calls } of recordings) {
        for (const call of calls) {
            runs.set((0,counts/* keyOf */.TN)(call), (runs.get((0,counts/* keyOf */.TN)(call)) ?? 0) + 1);
        }
    }
    const calls = (0,counts/* uniteCalls */.bO)(recordings.flatMap(({ calls }) => calls));
    return {
        calls: calls.map(call => ({ ...call, runs: runs.get((0,counts/* keyOf */.TN)(call)) ?? 0 })),
        denied: (0,counts/* uniteDenied */.rD)(recordings.flatMap(({ denied }) => denied)),
        runs: recordings.length,
        blind: [...new Set(recordings.flatMap(({ blind }) => blind))]
    };
}
/** The architectures of the calls, other than the machine's own. */
function foreignArchitectures({ calls }) {
    return [...new Set(calls.flatMap(call => call.architecture ?? []))].sort();
}

// EXTERNAL MODULE: ./src/replay/denials.ts
var denials = __webpack_require__(3063);
// EXTERNAL MODULE: ./src/replay/enforce.ts + 2 modules
var enforce = __webpack_require__(2404);
// EXTERNAL MODULE: ./src/replay/runtimes.ts
var runtimes = __webpack_require__(6942);
;// CONCATENATED MODULE: ./src/replay/others.ts



/**
 * Starts a container that does nothing under a profile with each other OCI
 * runtime of this machine. If the profile must work with other runtimes, adds
 * the calls that it refuses them.
 *
 * @param derive gives the profile with these calls added
 * @throws UserError, Cancelled
 */
async function tryOthers(suite, derive, input) {
    const first = await attempt(suite, derive([]), input);
    const missing = (0,denials/* fixable */.C2)(first.denials);
    if (suite.inputs.portability === 'off' || missing.length === 0) {
        return { runtimes: first.runtimes, healed: [] };
    }
    const second = await attempt(suite, derive(missing), input);
    const doesHelp = second.runtimes.every(({ result }) => result !== 'refused');
    return doesHelp
        ? { runtimes: second.runtimes, healed: missing }
        : { runtimes: first.runtimes, healed: [] };
}
async function attempt(suite, { profile }, { watches, watching, reasons }) {
    const file = await (0,enforce/* writeForPodman */.AO)(suite, profile);
    const watch = watches.includes('bpftrace')
        ? (0,enforce/* createRefusalWatch */.S1)(watching.host, profile)
        : undefined;
    const trials = await (0,runtimes/* tryRuntimes */.nO)(suite, file, watch);
    const denied = trials.flatMap(trial => trial.result === 'refused' ? (trial.denied ?? []) : []);
    return {
        denials: (0,denials/* explainDenials */.uw)(denied, { ...reasons, profile }),
        runtimes: trials
    };
}

// EXTERNAL MODULE: ./src/replay/proof-input.ts
var proof_input = __webpack_require__(5452);
// EXTERNAL MODULE: ./src/replay/prove.ts + 1 modules
var prove = __webpack_require__(8098);
// EXTERNAL MODULE: ./src/replay/replay.ts
var replay = __webpack_require__(8072);
// EXTERNAL MODULE: ./src/suite/preflight.ts + 1 modules
var preflight = __webpack_require__(9911);
// EXTERNAL MODULE: ./src/suite/prepare.ts
var prepare = __webpack_require__(1231);
// EXTERNAL MODULE: ./src/text/json.ts
var json = __webpack_require__(1789);
// EXTERNAL MODULE: ./src/verdict/assess.ts + 2 modules
var assess = __webpack_require__(6811);
// EXTERNAL MODULE: ./src/workspace/workspace.ts
var workspace = __webpack_require__(8568);
;// CONCATENATED MODULE: ./src/run.ts
























/**
 * The whole story, except for publishing it: inputs, image, recordings,
 * candidate, replay, diff, verdict. Leaves the profile alone unless the tests
 * passed, were recorded completely, passed again under the new profile (unless
 * the replay is off), and need no denied call.
 *
 * @param change what the profile of the checkout is compared with
 * @throws UserError, Cancelled
 */
async function run_run(inputs, world, change) {
    const opened = await (0,preflight/* preflight */.M)(inputs, world);
    const { committed, podman, engine } = opened;
    const { environment } = world;
    await (0,workspace/* refuseUnwritable */.Gt)(inputs.profile);
    const names = committed ? (0,diff/* allowedNames */.Ru)(committed.base.syscalls) : [];
    const before = await recall(inputs, environment, names);
    const outcome = await (0,prepare/* withPlace */.q)(world, podman, async (place) => {
        const plan = await planRecording(inputs, opened, environment, place);
        const run = await (0,prepare/* prepareSuite */.A)(inputs, environment, engine, place);
        const confirmed = await confirmRemovals(run, await record(run, plan), before, (recorded, history) => candidateOf(inputs, opened, recorded, history, []));
        const { recorded, history } = confirmed;
        const { recorders } = plan;
        const proof = await run_replay(run, opened, recorders, recorded, history);
        return { recorded, history, ...proof };
    });
    const { recorded, candidate, replay: tried } = outcome;
    const history = afterReplay(outcome);
    if (world.signal.aborted)
        throw (0,errors/* abortError */.vt)(world.signal);
    await remember(inputs, environment, history);
    const findings = (0,assess/* assess */.n)({
        inputs,
        committed: committed?.profile,
        candidate,
        recorded,
        united: uniteRecordings(recorded.recordings),
        engine,
        engineDefault: opened.engineDefault,
        replay: tried,
        change,
        pending: pendingOf(history, candidate.kept)
    });
    const text = (0,serialize/* serializeProfile */.K)(candidate.profile);
    refuseTooLong(text, findings.profile);
    const { verdict, denied } = findings.judgement;
    const isGood = denied.length === 0 && tried.result !== 'failed';
    const changed = isGood && verdict !== 'unchanged' && text !== committed?.text;
    if (changed)
        await writeProfile(inputs, text);
    return {
        findings,
        changed,
        text: { after: text, before: committed?.text },
        recordingPaths: await Promise.all(recorded.recordings.map(recording => (0,temporary/* writeTemporary */.b)(world.temporary, 'recording', 'json', (0,recorders_recording/* serializeRecording */.A1)(recording)))),
        image: recorded.image
    };
}
/** Derives the profile from recordings and replays. */
function candidateOf(inputs, { committed, engine, engineDefault }, recorded, history, healed) {
    const united = uniteRecordings(recorded.recordings);
    const { capabilities, floor } = recorded;
    const input = {
        recorded: (0,recorders_recording/* namesOf */.eZ)(united),
        replayed: healed.map(({ name }) => name),
        sees: known/* ABOUT */.O[recorded.recorder].sees,
        recordUnder: inputs.recordUnder,
        floor: floor?.names ?? [],
        portability: inputs.portability,
        architecture: engine.architecture,
        alsoOn: foreignArchitectures({ calls: [...united.calls, ...healed] }),
        capabilities,
        engineDefault,
        committed: committed?.base,
        removals: inputs.removals,
        policy: inputs.policy,
        defaultErrno: inputs.defaultErrno ?? (committed?.adopted ? 'ENOSYS' : undefined)
    };
    if (inputs.confirmRemovals === 0)
        return deriveCandidate(input);
    // Calls that portability added leave with it, whatever the tests did.
    const portable = new Set(deriveCandidate({ ...input, portability: 'on' }).portable.map(c => c.name));
    return deriveCandidate({
        ...input,
        isUncertain: name => !(portable.has(name) && isNews(history, name)) && !mayLeave(history, name)
    });
}
/**
 * Replays the tests under the profile, unless the replay is off or the profile
 * will not be written anyway.
 */
async function run_replay(run, opened, recorders, recorded, history) {
    const { inputs } = run;
    const derive = (healed) => candidateOf(inputs, opened, recorded, history, healed);
    const candidate = derive([]);
    if (inputs.replay === 'off' || candidate.denied.length > 0) {
        return { candidate, replay: replay/* SKIPPED */.$O };
    }
    const input = await (0,proof_input/* proofInput */.F)(inputs, opened, recorders, recorded);
    try {
        const { runtimes, healed: forOthers } = await tryOthers(run, derive, input);
        const proof = await (0,prove/* prove */.zn)(run, h => derive([...forOthers, ...h]), input);
        const { profile } = proof.candidate;
        const proven = await (0,prove/* withCanary */.zj)(run, profile, proof.replay);
        if (proven.healed.some(({ byRuntime }) => byRuntime) && recorded.floor) {
            run.world.log.warning(FLOOR_CHANGED);
            const directory = (0,cache/* cacheDirectory */.o)(run.environment);
            await forgetFloor(directory, recorded.floor.key);
        }
        return {
            candidate: proof.candidate,
            replay: { ...proven, forOthers, runtimes }
        };
    }
    catch (error) {
        // The recording is still worth a report.
        if (!(error instanceof errors/* UserError */.yo))
            throw error;
        return { candidate, replay: (0,replay/* failedReplay */.b0)(error) };
    }
}
const FLOOR_CHANGED = 'The profile refused system calls that the OCI runtime now makes: the runtime has changed since it was measured. The calls were added, and the runtime is measured again on the next run.';
/** The replay is one more look at calls that left the profile. */
function afterReplay({ history, candidate, replay: { watch, result, healed } }) {
    if (watch === 'nobody' || result === 'failed')
        return history;
    const kept = new Set((0,diff/* allowedNames */.Ru)(candidate.profile.syscalls));
    const lookedFor = [...history.calls.keys()].filter(name => !kept.has(name));
    const seen = healed.map(({ name }) => name);
    return observe(history, seen, lookedFor);
}
/** The next run must be able to read the file that this run writes. */
function refuseTooLong(text, file) {
    if (text.length <= json/* MAX_LENGTH */.E2)
        return;
    throw new errors/* UserError */.yo(`the new ${file} would have ${text.length} characters; the limit is ${json/* MAX_LENGTH */.E2}`, {
        code: 'profile',
        hint: 'It was not written. Remove some of your own rules from it.'
    });
}
async function writeProfile(inputs, text) {
    // Again: the tests may have had the workspace mounted.
    await (0,workspace/* refuseEscape */.Sz)('profile', inputs.profile, inputs.workspace);
    await (0,workspace/* writeAtomically */.vK)(inputs.profile, text);
}


/***/ }),

/***/ 8728:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ fitRecorders)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
var promises_default = /*#__PURE__*/__webpack_require__.n(promises_);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/checks/trouble.ts
var trouble = __webpack_require__(4290);
// EXTERNAL MODULE: ./src/container/engine.ts
var container_engine = __webpack_require__(8273);
// EXTERNAL MODULE: ./src/host/cache.ts
var cache = __webpack_require__(8096);
// EXTERNAL MODULE: ./src/host/files.ts
var files = __webpack_require__(3285);
// EXTERNAL MODULE: ./src/checks/check.ts
var check = __webpack_require__(4669);
;// CONCATENATED MODULE: ./src/recorders/tried.ts

/**
 * Makes the preflight of recorders also try to record something, if nothing
 * that they need is missing: one recorder after the other, each once.
 *
 * @param tryIt tries a recorder that has these checks, and gives the result as
 *   a check
 * @param forget forgets a trial that went well in an earlier run
 */
function withTrials(recorders, tryIt, forget) {
    let last = Promise.resolve();
    return recorders.map(recorder => {
        let known;
        const examine = async () => {
            const checks = await recorder.preflight();
            if (!(0,check/* works */.N)(checks))
                return checks;
            const trial = last.then(() => tryIt(recorder, checks));
            last = trial.catch(() => undefined);
            return [...checks, await trial];
        };
        return {
            ...recorder,
            preflight: () => (known ??= examine()),
            distrust: async () => forget(recorder, await recorder.preflight())
        };
    });
}

// EXTERNAL MODULE: ./src/suite/trial.ts
var suite_trial = __webpack_require__(3712);
;// CONCATENATED MODULE: ./src/suite/fit.ts









/**
 * Recorders that count as fit only once they were seen to work: each records a
 * test container before it is relied on, in this run or in an earlier one under
 * the same conditions. Logs why one does not work, except for the one that the
 * workflow names, whose failure is an error.
 */
function fitRecorders(recorders, named, { engine, host, environment, world }) {
    const directory = (0,cache/* cacheDirectory */.o)(environment);
    const keyOf = (recorder, checks) => trialKey(recorder.name, checks, engine, host);
    const tryIt = async (recorder, checks) => {
        const key = keyOf(recorder, checks);
        if (await isKept(directory, key)) {
            return {
                name: suite_trial/* TRIAL */.XS,
                state: 'ok',
                found: 'recorded a test program in an earlier run'
            };
        }
        const trial = await (0,suite_trial/* tryRecorder */.Wm)(recorder, engine.architecture, world);
        if (trial.state === 'ok')
            await (0,files/* keepText */.Jp)(fileOf(directory, key), key);
        else if (recorder.name !== named)
            tell(recorder.name, trial, world);
        return trial;
    };
    return withTrials(recorders, tryIt, async (recorder, checks) => {
        await promises_default().rm(fileOf(directory, keyOf(recorder, checks)), { force: true });
    });
}
function tell(name, trial, { log }) {
    const [why] = (0,trouble/* troubles */.d)([trial]);
    if (why === undefined)
        return;
    log.warning(`The recorder ${name} does not work here: ${why}`);
}
/**
 * What a trial depends on: everything that was found for the recorder,
 * including its version, and what runs the container.
 */
function trialKey(name, checks, engine, { sudo, rootless }) {
    const { runtime, kernel } = engine;
    return JSON.stringify([
        'seccomp-lock trial',
        1,
        name,
        (0,container_engine/* engineName */.OC)(engine),
        runtime,
        kernel,
        sudo,
        rootless,
        checks.map(check => [check.name, check.found])
    ]);
}
async function isKept(directory, key) {
    const kept = promises_default().readFile(fileOf(directory, key), 'utf8');
    return (await kept.catch(() => '')) === key;
}
function fileOf(directory, key) {
    const digest = (0,external_node_crypto_.createHash)('sha256').update(key).digest('hex');
    return external_node_path_default().join(directory, `trial-${digest.slice(0, 16)}.json`);
}


/***/ }),

/***/ 9911:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ preflight)
});

// EXTERNAL MODULE: ./src/checks/install.ts
var install = __webpack_require__(422);
// EXTERNAL MODULE: ./src/container/engine.ts
var container_engine = __webpack_require__(8273);
// EXTERNAL MODULE: ./src/container/podman.ts
var container_podman = __webpack_require__(2166);
// EXTERNAL MODULE: ./src/host/environment.ts
var environment = __webpack_require__(4743);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/container/run-args.ts
var run_args = __webpack_require__(3754);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/host/files.ts
var files = __webpack_require__(3285);
// EXTERNAL MODULE: ./src/profile/filter/load.ts + 1 modules
var load = __webpack_require__(5881);
// EXTERNAL MODULE: ./src/profile/managed.ts
var managed = __webpack_require__(3456);
// EXTERNAL MODULE: ./src/profile/parse.ts + 1 modules
var parse = __webpack_require__(2992);
// EXTERNAL MODULE: ./src/syscalls/capabilities.ts
var capabilities = __webpack_require__(9314);
// EXTERNAL MODULE: ./src/workspace/workspace.ts
var workspace_workspace = __webpack_require__(8568);
;// CONCATENATED MODULE: ./src/workspace/committed.ts









/**
 * Reads the committed profile, and checks all paths before anything is run.
 *
 * @returns undefined if there is no profile yet
 * @throws UserError
 */
async function readCommitted(inputs) {
    await refuseEscapes(inputs);
    const text = await (0,workspace_workspace/* readProfile */.er)(inputs.profile);
    if (text === undefined)
        return undefined;
    const file = external_node_path_default().relative(inputs.workspace, inputs.profile);
    const profile = (0,parse/* parseProfile */.j)(text, file);
    const base = (0,managed/* adoptHookProfile */.xp)(profile, text);
    return { text, profile, adopted: base !== undefined, base: base ?? profile };
}
/**
 * Finds out before anything is run whether runtimes load the profile: they
 * would also refuse a profile made from it.
 *
 * @throws UserError
 */
function refuseUnloadable(inputs, { profile }, architecture) {
    const machine = { architecture, capabilities: capabilities/* PODMAN_DEFAULT_CAPABILITIES */.t };
    try {
        (0,load/* loadProfile */.iH)(profile, machine);
    }
    catch (error) {
        if (!(error instanceof load/* RefusedProfile */.S8))
            throw error;
        const file = external_node_path_default().relative(inputs.workspace, inputs.profile);
        const { hint } = error;
        throw new errors/* UserError */.yo(`${file}: ${error.message}`, {
            code: 'profile',
            cause: error,
            ...(hint !== undefined && { hint })
        });
    }
}
async function refuseEscapes(inputs) {
    const { workspace, source, directory } = inputs;
    if (!(await (0,files/* isDirectory */.wd)(directory))) {
        throw new errors/* UserError */.yo(`input working-directory: ${directory} is not a directory`, { code: 'profile', hint: 'Name a directory of the repository.' });
    }
    await (0,workspace_workspace/* refuseEscape */.Sz)('working-directory', inputs.directory, workspace);
    await (0,workspace_workspace/* refuseEscape */.Sz)('profile', inputs.profile, workspace);
    for (const file of (0,run_args/* hostPaths */.tO)(inputs.runArgs)) {
        await (0,workspace_workspace/* refuseEscape */.Sz)('run-args', external_node_path_default().resolve(directory, file), workspace);
    }
    if (source.kind === 'image')
        return;
    await (0,workspace_workspace/* refuseEscape */.Sz)('context', source.context, workspace);
    for (const name of ['Containerfile', 'Dockerfile']) {
        const file = source.containerfile ?? external_node_path_default().join(source.context, name);
        await (0,workspace_workspace/* refuseEscape */.Sz)('containerfile', file, workspace);
    }
}

;// CONCATENATED MODULE: ./src/suite/preflight.ts





/**
 * Reads the committed profile and finds the engine.
 *
 * @throws UserError if either cannot be used
 */
async function preflight(inputs, world) {
    const committed = await readCommitted(inputs);
    const podman = (0,container_podman/* createPodman */.yS)(world, inputs.podman);
    if (inputs.setup === 'install')
        await (0,install/* setUpRunner */._)(world);
    const engine = await (0,container_engine/* inspectEngine */.P7)(podman);
    const { architecture, kernel } = engine;
    if (committed)
        refuseUnloadable(inputs, committed, architecture);
    return {
        committed,
        podman,
        engine,
        engineDefault: await (0,container_engine/* readEngineDefault */.aE)(engine),
        host: {
            architecture,
            kernel,
            sudo: world.uid !== 0,
            rootless: podman.rootless,
            environment: (0,environment/* podmanEnvironment */.r)(world.environment)
        }
    };
}


/***/ }),

/***/ 1231:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ prepareSuite),
/* harmony export */   q: () => (/* binding */ withPlace)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _container_build_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7469);




/**
 * Does the work with its own temporary directory and container name. The
 * directory is gone when this returns or throws; the post step removes both if
 * this process is killed.
 */
async function withPlace({ log, signal, temporary, onStart }, podman, work) {
    const scratch = await node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default().mkdtemp(node_path__WEBPACK_IMPORTED_MODULE_2___default().join(temporary, 'seccomp-lock-'));
    const container = `seccomp-lock-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(8).toString('hex')}`;
    onStart({ container, scratch });
    try {
        return await work({ podman, log, signal, container, scratch });
    }
    finally {
        await node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default().rm(scratch, { recursive: true, force: true });
    }
}
/**
 * Builds the image of the tests, if it has to be built.
 *
 * @throws UserError if the build fails; Cancelled
 */
async function prepareSuite(inputs, environment, engine, world) {
    const { podman, log, scratch, signal } = world;
    const { source, timeoutMs } = inputs;
    const image = source.kind === 'image'
        ? source.reference
        : await (0,_container_build_js__WEBPACK_IMPORTED_MODULE_3__/* .buildImage */ ._w)(podman, log, {
            ...source,
            scratch,
            timeoutMs,
            signal
        });
    return { image, engine, inputs, environment, world };
}


/***/ }),

/***/ 6649:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ runTestsOnce)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/container/deadline.ts
var deadline = __webpack_require__(8499);
// EXTERNAL MODULE: ./src/container/podman.ts
var container_podman = __webpack_require__(2166);
// EXTERNAL MODULE: ./src/container/run.ts
var container_run = __webpack_require__(3042);
// EXTERNAL MODULE: ./src/container/outside/endpoint.ts
var outside_endpoint = __webpack_require__(8354);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
var external_node_http_default = /*#__PURE__*/__webpack_require__.n(external_node_http_);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
var external_node_https_default = /*#__PURE__*/__webpack_require__.n(external_node_https_);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
var external_node_net_default = /*#__PURE__*/__webpack_require__.n(external_node_net_);
;// CONCATENATED MODULE: ./src/container/outside/ask.ts




/**
 * Requests a URL and expects a status below 400.
 *
 * @param signal when to give up
 * @returns undefined for such an answer, otherwise what came instead
 */
function askUrl(url, signal) {
    return new Promise(resolve => {
        let status;
        let problem = 'no answer';
        const note = (error) => {
            problem = reasonOf(error);
        };
        const options = {
            agent: false,
            signal,
            // Nothing secret is sent and the answer is not trusted, and a test's
            // certificate is seldom signed by an authority.
            rejectUnauthorized: false
        };
        const { request } = url.protocol === 'https:' ? (external_node_https_default()) : (external_node_http_default());
        request(url, options, response => {
            status = response.statusCode ?? 0;
            // Read to the end: a server that cannot write makes other calls.
            response.on('error', note).resume();
        })
            .on('error', note)
            .on('close', () => {
            if (status === undefined)
                resolve(problem);
            else
                resolve(status < 400 ? undefined : `HTTP status ${status}`);
        })
            .end();
    });
}
/**
 * Opens a TCP connection to an address.
 *
 * @param signal when to give up
 * @returns undefined if it connects, otherwise why not
 */
function askAddress(address, signal) {
    return new Promise(resolve => {
        let problem = 'no answer';
        const socket = external_node_net_default().connect({ ...address, signal });
        socket
            .on('connect', () => {
            problem = undefined;
            socket.destroy();
        })
            .on('error', error => {
            problem = reasonOf(error);
        })
            .on('close', () => {
            resolve(problem);
        });
    });
}
function reasonOf(error) {
    if (error.name === 'AbortError')
        return 'no answer in time';
    // If all addresses of a name refuse, there is only a code.
    return error.message || ((0,errors/* errnoCode */.UK)(error) ?? error.name);
}

// EXTERNAL MODULE: ./src/container/outside/ready.ts
var outside_ready = __webpack_require__(2524);
;// CONCATENATED MODULE: ./src/container/outside/probe.ts




/**
 * Makes the probe for what the user waits for.
 *
 * @param search the search for the text of `log:` in the container's output
 * @throws UserError if it names a port that is not published
 */
function createProbe(ready, container, podman, search) {
    const close = () => Promise.resolve();
    switch (ready.kind) {
        case 'running':
            return { what: 'it runs', ask: () => Promise.resolve(undefined), close };
        case 'url': {
            const url = (0,outside_ready/* parseUrl */.Dl)((0,outside_ready/* resolvePorts */.RI)(ready.url, container.ports));
            return { what: url.href, ask: signal => askUrl(url, signal), close };
        }
        case 'tcp': {
            const text = (0,outside_ready/* resolvePorts */.RI)(ready.address, container.ports);
            const address = (0,outside_ready/* parseAddress */.or)(text);
            return { what: text, ask: signal => askAddress(address, signal), close };
        }
        case 'log': {
            const ask = () => Promise.resolve(search?.isFound() ? undefined : 'no line contains it');
            return { what: `log: ${JSON.stringify(ready.text)}`, ask, close };
        }
        case 'command':
            return commandProbe(ready.words, container.name, podman);
    }
}
/**
 * `podman exec`, like a health check in production: it runs in the container,
 * so its calls are recorded. One that hangs is left alone, because only the end
 * of the container can end it.
 */
function commandProbe(words, name, podman) {
    const hanging = new Set();
    return {
        what: `command: ${words.join(' ')}`,
        async ask(signal) {
            // Not shown; this keeps only the end of its output.
            const show = () => undefined;
            const asked = podman.run(['exec', name, ...words], { show });
            const settled = asked.catch(() => undefined);
            hanging.add(settled);
            const answered = new AbortController();
            const result = await Promise.race([
                asked,
                aborted(AbortSignal.any([signal, answered.signal]))
            ]).finally(() => {
                answered.abort();
            });
            if (!result)
                return 'it did not end in time';
            hanging.delete(settled);
            if (result.exitCode === 0)
                return undefined;
            const said = (0,container_podman/* lastLines */.w$)(result.stderr || result.stdout, 3);
            return `exit code ${result.exitCode}${said && `: ${said}`}`;
        },
        close: () => Promise.all(hanging)
    };
}
/** Settles when the signal does. */
async function aborted(signal) {
    if (signal.aborted)
        return;
    await new Promise(resolve => {
        signal.addEventListener('abort', resolve, { once: true });
    });
}
/** How long one question may take. */
const ASK_MS = 5_000;
const PAUSE_MS = 250;
/**
 * Asks until the container is ready.
 *
 * @param timeoutMs for how long
 * @returns undefined once it is ready, otherwise the last answer
 * @throws the signal's reason
 */
async function awaitReady(probe, timeoutMs, signal) {
    const until = Date.now() + timeoutMs;
    for (;;) {
        const limit = AbortSignal.timeout(Math.max(1, Math.min(ASK_MS, until - Date.now())));
        const problem = await probe.ask(AbortSignal.any([signal, limit]));
        signal.throwIfAborted();
        if (problem === undefined)
            return undefined;
        if (Date.now() + PAUSE_MS >= until)
            return problem;
        await (0,promises_.setTimeout)(PAUSE_MS, undefined, { signal });
    }
}

;// CONCATENATED MODULE: ./src/container/outside/search.ts
/**
 * Searches for a text of one line. Keeps no more of the output than the length
 * of the text, however long the lines are.
 */
function createSearch(text) {
    const needle = Buffer.from(text);
    let isFound = false;
    let rest = Buffer.alloc(0);
    return {
        push(chunk) {
            if (isFound)
                return;
            const output = Buffer.concat([rest, chunk]);
            isFound = output.includes(needle);
            // This may be the start of a match that the next piece completes. It is
            // copied, because a view would keep the whole piece.
            const start = Math.max(0, output.length - needle.length + 1);
            rest = Buffer.from(output.subarray(start));
        },
        isFound: () => isFound
    };
}

// EXTERNAL MODULE: ./src/container/outside/test-script.ts
var test_script = __webpack_require__(5823);
;// CONCATENATED MODULE: ./src/container/outside/serve.ts








/**
 * Runs a server's container, tests it from outside with a script on the runner,
 * and stops it as an engine does in production, so that its shutdown is seen.
 * When this returns or throws, container and script have ended.
 *
 * @returns how it went: exit code 0 if the tests passed, however the container
 *   reacted to the stop; `started: false` if it did not start
 * @throws TestsFailed if the container is not ready in time or ends before it
 *   is stopped, the script fails, or all of it takes too long; the signal's
 *   reason
 */
async function serve(podman, log, input) {
    const over = new AbortController();
    // The container's output and the script's, as they came.
    const output = (0,container_podman/* createTail */.$A)();
    const { value: served, timedOut } = await log.group(input.title, show => (0,deadline/* withDeadline */.N)(() => perform(podman, chunk => {
        output.push(chunk);
        show(chunk);
    }, input, over), async () => {
        over.abort();
        await input.kill();
    }, input));
    const run = { ...served.run, output: output.text() };
    const failure = timedOut ? (0,container_run/* tookTooLong */._J)(input) : served.failure;
    if (failure instanceof errors/* UserError */.yo)
        throw new container_run/* TestsFailed */.pF(failure, run);
    // A bug, which keeps its stack.
    if (failure !== undefined)
        throw asError(failure);
    if (!run.started)
        return run;
    if (run.exitCode === KILLED)
        log.warning(notGraceful(input));
    return { ...run, exitCode: 0 };
}
/** 128 and SIGKILL, with which `podman stop` ends what did not stop in time. */
const KILLED = 137;
function notGraceful({ stopTimeoutMs }) {
    return `the container did not shut down within ${stopTimeoutMs / 1000} seconds and was killed, so calls that it makes while shutting down may be missing from the profile. Raise \`stop-timeout\`. A first process that does not handle its stop signal, such as a shell, ignores it: start the server with \`exec\`, or add \`--init\` to \`run-args\`.`;
}
/** @param over aborted when the container has ended or must end */
async function perform(podman, show, input, over) {
    const { name, ready, readyTimeoutMs, script } = input;
    const { signal } = over;
    const search = ready.kind === 'log' ? createSearch(ready.text) : undefined;
    const ended = input
        .run(chunk => {
        if (typeof chunk !== 'string')
            search?.push(chunk);
        show(chunk);
    })
        .finally(() => {
        over.abort();
    });
    // It is awaited below, and may fail before that.
    ended.catch(() => undefined);
    let phase = 'starting';
    let probe;
    try {
        const endpoint = await (0,outside_endpoint/* awaitEndpoint */.Ad)(podman, name, signal);
        probe = createProbe(ready, { name, ...endpoint }, podman, search);
        const problem = await awaitReady(probe, readyTimeoutMs, signal);
        if (problem !== undefined)
            throw notReady(probe, problem, input);
        phase = 'testing';
        const environment = (0,test_script/* scriptEnvironment */.F5)(input.environment, name, endpoint);
        const { directory } = input;
        await (0,test_script/* runTestScript */.F2)(script, { directory, environment, show, signal });
        phase = 'stopping';
        await stop(podman, input);
        return { run: await ended };
    }
    catch (failure) {
        if (!signal.aborted && !(await hasEnded(podman, name))) {
            await input.kill();
            return { run: await ended, failure };
        }
        const run = await ended;
        if (!run.started || phase === 'stopping')
            return { run };
        return { run, failure: endedEarly(run, phase, failure) };
    }
    finally {
        await probe?.close();
    }
}
/** Whether it is known to have ended, even if `podman run` has not yet. */
async function hasEnded(podman, name) {
    const endpoint = await (0,outside_endpoint/* findEndpoint */.vS)(podman, name).catch(() => undefined);
    return endpoint?.running === false;
}
async function stop(podman, { name, stopTimeoutMs }) {
    const seconds = Math.ceil(stopTimeoutMs / 1000);
    const result = await podman.run(['stop', `--time=${seconds}`, name]);
    if (result.exitCode !== 0) {
        throw new errors/* UserError */.yo(`the container ${name} could not be stopped: ${(0,container_podman/* lastLines */.w$)(result.stderr, 3)}`, {
            code: 'suite',
            hint: 'It was killed. See what podman logged about it in the journal.'
        });
    }
}
function notReady({ what }, problem, { readyTimeoutMs }) {
    return new errors/* UserError */.yo(`the container was not ready within ${readyTimeoutMs / 1000} seconds (${what}): ${problem}`, {
        code: 'suite',
        hint: 'See in the log what it does, and fix `ready` or raise `ready-timeout`.'
    });
}
function asError(thrown) {
    return thrown instanceof Error ? thrown : new Error(String(thrown));
}
function endedEarly({ exitCode }, phase, failure) {
    const when = phase === 'starting' ? 'before it was ready' : 'while the test script ran';
    const because = failure instanceof errors/* UserError */.yo ? ` (${failure.message})` : '';
    return new errors/* UserError */.yo(`the container ended with exit code ${exitCode} ${when}${because}`, {
        code: 'suite',
        hint: 'See its output in the log. The profile was not touched.'
    });
}

;// CONCATENATED MODULE: ./src/suite/run-suite.ts


/**
 * Runs the tests once, in the container or from outside. The container stays.
 *
 * @param title what the log calls this run
 * @param traced options of `podman run` besides the workflow's, and the command
 *   that runs it
 * @throws TestsFailed if they take too long or fail from outside; Cancelled
 */
function runTestsOnce({ image, inputs, environment, world }, title, { options, wrap }) {
    const { podman, log, signal, container: name } = world;
    const { tests, directory, timeoutMs, runArgs, source } = inputs;
    const container = {
        image,
        name,
        directory,
        command: tests.command,
        mayPull: source.kind === 'image',
        options: [...options, ...runArgs],
        runArgs,
        wrap
    };
    if (tests.kind === 'inside') {
        return (0,container_run/* runTests */.N$)(podman, log, { ...container, title, timeoutMs, signal });
    }
    return serve(podman, log, {
        ...tests,
        title,
        name,
        directory,
        environment,
        timeoutMs,
        signal,
        run: show => (0,container_run/* runContainer */.zR)(podman, container, show),
        kill: () => (0,container_run/* endTests */.Xq)(podman, name)
    });
}


/***/ }),

/***/ 729:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M2: () => (/* binding */ NotRecorded),
/* harmony export */   nd: () => (/* binding */ Incomplete),
/* harmony export */   r3: () => (/* binding */ untraced),
/* harmony export */   s: () => (/* binding */ RecorderFailed),
/* harmony export */   uP: () => (/* binding */ trace)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _container_run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3042);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3916);




/** A recorder cannot record here, as its first container showed. */
class RecorderFailed extends _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo {
    recorder;
    constructor(recorder, reason) {
        super(reason.message, {
            code: reason.code,
            hint: reason.hint,
            cause: reason
        });
        this.recorder = recorder;
    }
}
/** A container ran, but its recording cannot be used. */
class NotRecorded extends _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo {
}
/** Its recorder lost something, which need not happen again. */
class Incomplete extends NotRecorded {
}
/**
 * Runs a container under one recorder, or under two, the second as a check on
 * the first. Whatever happens, container and recorders are gone when it returns
 * or throws.
 *
 * @param run runs the container to its end
 * @param check throws if the run failed
 * @throws RecorderFailed if a recorder kept the container from starting, or
 *   cannot start itself; Incomplete if the recorder lost something
 */
async function trace({ first, second }, world, run, check) {
    const { podman, log, container } = world;
    const sessions = [];
    try {
        for (const recorder of second ? [first, second] : [first]) {
            const { name } = recorder;
            const scratch = await node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default().mkdtemp(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(world.scratch, `${name}-`));
            const session = await recorder
                .start({ scratch, signal: world.signal })
                .catch(failedAs(name));
            sessions.push({ name, session });
        }
        const all = sessions.map(({ session }) => session);
        const ended = await run({
            options: all.flatMap(({ options }) => options),
            wrap: argv => all.reduce((wrapped, one) => one.wrap(wrapped), argv)
        });
        if (!ended.started) {
            for (const { name, session } of sessions) {
                const reason = await session.explain(ended.stderr);
                if (reason)
                    throw new RecorderFailed(name, reason);
            }
        }
        check(ended);
        const [counts, checks] = all;
        if (!counts)
            throw new Error('nothing recorded');
        const { id, finishedAt } = ended;
        const observation = await counts.finish(id, finishedAt).catch(notRecorded);
        refuseLost(observation);
        const other = await checks?.finish(id, finishedAt).catch(
        // It is only a check, whatever it lost.
        (error) => {
            if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo)
                return error;
            throw error;
        });
        return { run: ended, first: observation, second: other };
    }
    finally {
        await removeTraced(podman, log, container);
        for (const { session } of sessions) {
            await session.close().catch((error) => {
                log.warning((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error));
            });
        }
    }
}
/**
 * Runs a container without a recorder. It is gone when this returns or throws.
 *
 * @param run runs it to its end
 */
async function untraced({ podman, log, container }, run) {
    try {
        return await run({ options: [], wrap: argv => argv });
    }
    finally {
        await removeTraced(podman, log, container);
    }
}
/**
 * A failure here must not hide the run's failure; the post step tries again.
 */
async function removeTraced(podman, log, container) {
    await (0,_container_run_js__WEBPACK_IMPORTED_MODULE_2__/* .removeContainer */ .od)(podman, container).catch((error) => {
        log.warning((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error));
    });
}
function notRecorded(error) {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo))
        throw error;
    throw new NotRecorded(error.message, error);
}
function failedAs(recorder) {
    return (error) => {
        throw error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo
            ? new RecorderFailed(recorder, error)
            : error;
    };
}
/** An incomplete recording would make a profile that breaks production. */
function refuseLost({ lost }) {
    if (lost.length === 0)
        return;
    const what = lost.map(sentence => sentence.replace(/\.$/, '')).join('; ');
    throw new Incomplete(`the recording is not complete: ${what}`, {
        code: 'recording',
        hint: 'It was not used, and the profile was not touched. Run the job again; if that does not help, try another `recorder`.'
    });
}


/***/ }),

/***/ 3712:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wm: () => (/* binding */ tryRecorder),
/* harmony export */   XS: () => (/* binding */ TRIAL),
/* harmony export */   qg: () => (/* binding */ tryEngine)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _container_podman_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2166);
/* harmony import */ var _container_run_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3042);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3916);
/* harmony import */ var _floor_noop_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(416);
/* harmony import */ var _trace_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(729);







/** The name of a trial's row. */
const TRIAL = 'trial';
/** Our program's name in its container, and its one call. */
const PROGRAM = 'noop';
const CALL = 'exit_group';
/** How long a container that does nothing may take. */
const LIMIT_MS = 120_000;
/** No container ran, so nothing is known about the recorder. */
class NotTried extends _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo {
}
/**
 * Lets a recorder record a test container, in which a program makes one system
 * call. That a recorder starts does not show that it sees anything.
 *
 * @param world its container's name is free again afterwards
 * @returns `missing` if the recorder did not see the call, `weak` if no
 *   container was made and nothing is known
 * @throws Cancelled
 */
async function tryRecorder(recorder, architecture, world) {
    const root = await makeRoot(architecture, world.scratch);
    if (!root)
        return noProgram(architecture);
    try {
        const { first } = await (0,_trace_js__WEBPACK_IMPORTED_MODULE_6__/* .trace */ .uP)({ first: recorder, second: undefined }, world, traced => runNoop(world, root, `Try ${recorder.name}`, traced), refuseFailed);
        return trialCheck(first);
    }
    catch (error) {
        return failedCheck(error);
    }
}
/**
 * Starts the same container without a recorder, to see whether podman can.
 *
 * @returns `missing` if it cannot
 * @throws Cancelled
 */
async function tryEngine(architecture, world) {
    const name = 'container';
    const root = await makeRoot(architecture, world.scratch);
    if (!root)
        return { ...noProgram(architecture), name };
    try {
        refuseFailed(await (0,_trace_js__WEBPACK_IMPORTED_MODULE_6__/* .untraced */ .r3)(world, traced => runNoop(world, root, 'Try podman', traced)));
        return { name, state: 'ok', found: 'podman started a test container' };
    }
    catch (error) {
        return { ...failedCheck(error), name, state: 'missing' };
    }
}
/** What a recording of the test container means for the check. */
function trialCheck({ calls }) {
    const programs = calls.find(({ name }) => name === CALL)?.programs;
    const ours = `${CALL} by ${PROGRAM}`;
    const recorded = (what) => ({
        name: TRIAL,
        state: 'ok',
        found: `recorded a test program: ${what}`
    });
    if (programs?.some(({ comm }) => comm === PROGRAM))
        return recorded(ours);
    // The hook does not name programs.
    if (programs?.length === 0)
        return recorded(CALL);
    return {
        name: TRIAL,
        state: 'missing',
        found: `did not record a test program: ${ours} is not among the ${calls.length} recorded calls`,
        fix: 'Use another version of it, or another `recorder`.'
    };
}
function failedCheck(error) {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo))
        throw error;
    const { message, hint } = error;
    const isKnown = error instanceof _trace_js__WEBPACK_IMPORTED_MODULE_6__/* .RecorderFailed */ .s || error instanceof _trace_js__WEBPACK_IMPORTED_MODULE_6__/* .NotRecorded */ .M2;
    return {
        name: TRIAL,
        state: isKnown ? 'missing' : 'weak',
        found: asLine(isKnown ? message : `not tried: ${message}`),
        ...(hint !== undefined && { fix: asLine(hint) })
    };
}
function asLine(text) {
    return text.trim().replace(/\s+/g, ' ');
}
function noProgram(architecture) {
    return {
        name: TRIAL,
        state: 'absent',
        found: `not tried: there is no test program for ${architecture}`
    };
}
/**
 * A directory that contains our program and nothing else.
 *
 * @returns undefined for an architecture that has no such program
 */
async function makeRoot(architecture, scratch) {
    const program = (0,_floor_noop_js__WEBPACK_IMPORTED_MODULE_5__/* .noopProgram */ .z)(architecture);
    if (!program)
        return undefined;
    const root = node_path__WEBPACK_IMPORTED_MODULE_1___default().join(scratch, 'rootfs');
    const file = node_path__WEBPACK_IMPORTED_MODULE_1___default().join(root, PROGRAM);
    await node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default().mkdir(root, { recursive: true });
    await node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default().writeFile(file, program);
    // The umask may have taken it from a container's user.
    for (const entry of [root, file])
        await node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default().chmod(entry, 0o755);
    return root;
}
/** Runs the test container on an overlay, so the directory stays unchanged. */
async function runNoop({ podman, log, signal, container, scratch }, root, title, { options, wrap }) {
    return (0,_container_run_js__WEBPACK_IMPORTED_MODULE_3__/* .runTests */ .N$)(podman, log, {
        title: `${title}: start a container that does nothing`,
        name: container,
        signal,
        wrap,
        mayPull: false,
        image: `${root}:O`,
        command: [`/${PROGRAM}`],
        options: [
            ...options,
            '--rootfs',
            '--network=none',
            '--log-driver=none',
            '--security-opt=label=disable'
        ],
        directory: scratch,
        timeoutMs: LIMIT_MS
    });
}
function refuseFailed({ started, exitCode, stderr }) {
    if (started && exitCode === 0)
        return;
    throw new NotTried(`podman could not run a container that does nothing (exit code ${exitCode})`, { code: 'recording', hint: `podman said: ${(0,_container_podman_js__WEBPACK_IMPORTED_MODULE_2__/* .lastLines */ .w$)(stderr, 3)}` });
}


/***/ }),

/***/ 302:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ SUB_ARCHITECTURES),
/* harmony export */   X: () => (/* binding */ ARCHITECTURES)
/* harmony export */ });
/** Architectures, runtime-spec `architectures`. */
const ARCHITECTURES = [
    'SCMP_ARCH_X86',
    'SCMP_ARCH_X86_64',
    'SCMP_ARCH_X32',
    'SCMP_ARCH_ARM',
    'SCMP_ARCH_AARCH64',
    'SCMP_ARCH_LOONGARCH64',
    'SCMP_ARCH_M68K',
    'SCMP_ARCH_MIPS',
    'SCMP_ARCH_MIPS64',
    'SCMP_ARCH_MIPS64N32',
    'SCMP_ARCH_MIPSEL',
    'SCMP_ARCH_MIPSEL64',
    'SCMP_ARCH_MIPSEL64N32',
    'SCMP_ARCH_PPC',
    'SCMP_ARCH_PPC64',
    'SCMP_ARCH_PPC64LE',
    'SCMP_ARCH_S390',
    'SCMP_ARCH_S390X',
    'SCMP_ARCH_SH',
    'SCMP_ARCH_SHEB',
    'SCMP_ARCH_PARISC',
    'SCMP_ARCH_PARISC64',
    'SCMP_ARCH_RISCV64'
];
/**
 * The architectures whose programs a machine's kernel runs beside its own
 * (Kconfig of the kernel's arch/: IA32_EMULATION and X86_X32_ABI, COMPAT,
 * MIPS32_O32 and MIPS32_N32; and podman's and moby's `archMap`, which put the
 * MIPS ABIs of 64 bits below each other).
 */
const SUB_ARCHITECTURES = {
    SCMP_ARCH_X86_64: ['SCMP_ARCH_X86', 'SCMP_ARCH_X32'],
    SCMP_ARCH_AARCH64: ['SCMP_ARCH_ARM'],
    SCMP_ARCH_MIPS64: ['SCMP_ARCH_MIPS', 'SCMP_ARCH_MIPS64N32'],
    SCMP_ARCH_MIPS64N32: ['SCMP_ARCH_MIPS'],
    SCMP_ARCH_MIPSEL64: ['SCMP_ARCH_MIPSEL', 'SCMP_ARCH_MIPSEL64N32'],
    SCMP_ARCH_MIPSEL64N32: ['SCMP_ARCH_MIPSEL'],
    SCMP_ARCH_PARISC64: ['SCMP_ARCH_PARISC'],
    SCMP_ARCH_PPC64: ['SCMP_ARCH_PPC'],
    SCMP_ARCH_S390X: ['SCMP_ARCH_S390']
};


/***/ }),

/***/ 9314:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ PODMAN_DEFAULT_CAPABILITIES),
/* harmony export */   x: () => (/* binding */ MOBY_DEFAULT_CAPABILITIES)
/* harmony export */ });
/**
 * The capabilities that podman gives a container by default.
 *
 * Source: containers/common pkg/config, `DefaultCapabilities`.
 */
const PODMAN_DEFAULT_CAPABILITIES = [
    'CAP_CHOWN',
    'CAP_DAC_OVERRIDE',
    'CAP_FOWNER',
    'CAP_FSETID',
    'CAP_KILL',
    'CAP_NET_BIND_SERVICE',
    'CAP_SETFCAP',
    'CAP_SETGID',
    'CAP_SETPCAP',
    'CAP_SETUID',
    'CAP_SYS_CHROOT'
];
/**
 * The capabilities that Docker gives a container by default.
 *
 * Source: moby oci/caps, `DefaultCapabilities`.
 */
const MOBY_DEFAULT_CAPABILITIES = [
    ...PODMAN_DEFAULT_CAPABILITIES,
    'CAP_AUDIT_WRITE',
    'CAP_MKNOD',
    'CAP_NET_RAW'
];


/***/ }),

/***/ 5985:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d0: () => (/* binding */ SOCKET_FAMILIES),
  Nz: () => (/* binding */ dangerOf),
  Qe: () => (/* binding */ dangerOfSocket)
});

;// CONCATENATED MODULE: ./src/syscalls/dangers/dangerous.ts
/**
 * What is known about dangerous system calls, in our own words; notable.ts,
 * harmless.ts and sockets.ts are the same for other calls and for
 * address families. A key is one name, or several separated by spaces; no name
 * occurs twice.
 *
 * Sources: each call's manual page (section 2) for what it does and which
 * capability it asks for; the CVE records named; podman's and moby's default
 * profiles (podman-default.json, profile/defaults/moby-default.json) for what they refuse.
 */
const KEY_STORE = "Works on the kernel's key store, which containers share with the host unless a namespace separates them, and which has given root (CVE-2016-0728).";
/** Calls that reach the host, other processes or much-exploited code. */
const DANGEROUS = {
    mount: {
        brief: 'mount host disks, /proc or a cgroup tree',
        why: 'Changes what the container sees as its files; with CAP_SYS_ADMIN it brings in host disks, /proc or a cgroup tree, the classic steps of an escape.'
    },
    'umount umount2': {
        brief: 'uncover files masked under /proc and /sys',
        why: 'Removes mounts, and so uncovers the files that the engine has masked under /proc and /sys.'
    },
    pivot_root: {
        brief: "replace the container's root file system",
        why: 'Swaps the root file system, which is the very step that locks a container in.'
    },
    'fsopen fsconfig fsmount': {
        brief: 'mount file systems past rules for mount',
        why: 'The new way to mount, and a way around rules that only name mount; an overflow in fsconfig gave root on the host (CVE-2022-0185).'
    },
    fspick: {
        brief: 'reconfigure mounted file systems past rules for mount',
        why: 'Picks a mounted file system for fsconfig to change, such as from read-only to writable, and so gets around rules that only name mount.'
    },
    move_mount: {
        brief: 'attach or move mounts past rules for mount',
        why: 'Attaches new and copied mounts and moves existing ones, and so gets around rules that only name mount.'
    },
    // Linux 6.15: open_tree with the flags of mount_setattr.
    'open_tree open_tree_attr': {
        brief: 'copy mount trees past rules for mount',
        why: 'Copies mounts as file descriptors for move_mount to attach, and so gets around rules that only name mount.'
    },
    mount_setattr: {
        brief: 'make read-only mounts writable again',
        why: 'Changes flags of whole mount trees, such as making a read-only mount writable again.'
    },
    unshare: {
        brief: 'get all capabilities in a new user namespace',
        why: 'Makes namespaces; a new user namespace hands out every capability inside it and opens kernel code that is otherwise closed (CVE-2022-0185, CVE-2022-0492).'
    },
    setns: {
        brief: "enter another process's namespaces, even the host's",
        why: "Enters the namespaces of another process, including the host's if it gets a descriptor of one."
    },
    ptrace: {
        brief: 'read and change other processes',
        why: 'Reads and changes other processes at will; before Linux 4.8 it could also change a call after seccomp had let it through.'
    },
    process_vm_readv: {
        brief: "read another process's memory",
        why: 'Reads the memory of another process directly, with its secrets.'
    },
    process_vm_writev: {
        brief: "write another process's memory",
        why: 'Writes to the memory of another process directly, and so changes what it does.'
    },
    pidfd_getfd: {
        brief: 'take open files and sockets from other processes',
        why: 'Takes open files and sockets out of another process, without its help.'
    },
    bpf: {
        brief: 'load programs into the kernel',
        why: 'Loads programs into the kernel; mistakes in their verifier have given root many times (CVE-2017-16995, CVE-2020-8835, CVE-2021-3490).'
    },
    'io_uring_setup io_uring_enter io_uring_register': {
        brief: 'do file and network work unseen by seccomp',
        why: 'Has the kernel do file and network work that seccomp does not see, through code that has often been exploited (CVE-2022-29582, CVE-2023-2598).'
    },
    add_key: {
        brief: 'add or replace keys in the kernel',
        why: KEY_STORE
    },
    request_key: {
        brief: 'look up keys in the kernel',
        why: KEY_STORE
    },
    keyctl: {
        brief: 'read and change keys in the kernel',
        why: KEY_STORE
    },
    userfaultfd: {
        brief: 'stall the kernel to win race conditions',
        why: 'Lets a program stall the kernel in the middle of reading its memory, which makes race conditions easy to win.'
    },
    perf_event_open: {
        brief: 'leak addresses and secrets by watching the kernel',
        why: 'Watches what kernel and processor do, which leaks addresses and secrets; it has given root (CVE-2013-2094).'
    },
    'init_module finit_module': {
        brief: "load code into the host's kernel",
        why: "Loads code into the host's kernel, which ends all isolation."
    },
    delete_module: {
        brief: "take modules out of the host's kernel",
        why: "Removes modules from the host's kernel."
    },
    create_module: {
        brief: 'make room for a module in old kernels',
        why: "Made room for a module in the host's kernel before Linux 2.6; no current program calls it."
    },
    'kexec_load kexec_file_load': {
        brief: "load a kernel to replace the host's",
        why: "Prepares another kernel to be started in place of the host's."
    },
    reboot: {
        brief: 'restart or halt the machine',
        why: 'Restarts or halts the machine, or loads another kernel; in a pid namespace it ends that namespace.'
    },
    open_by_handle_at: {
        brief: 'open host files outside the container',
        why: 'Opens a file by a number instead of a path, and so files of the host outside the container (the "Shocker" escape of 2014).'
    },
    'iopl ioperm': {
        brief: "drive hardware through the processor's I/O ports",
        why: "Gives a program the processor's I/O ports, and with them the hardware."
    },
    pciconfig_read: {
        brief: 'read the settings of PCI devices',
        why: 'Reads the settings of PCI devices, which belong to the host.'
    },
    pciconfig_write: {
        brief: 'change the settings of PCI devices',
        why: 'Changes the settings of PCI devices, which belong to the host.'
    },
    pciconfig_iobase: {
        brief: 'learn where PCI devices lie in memory',
        why: 'Tells where in physical memory PCI devices lie, which belong to the host.'
    },
    rtas: {
        brief: 'call the firmware that controls the host',
        why: 'Calls the firmware of a POWER machine, which controls the whole host.'
    },
    'vm86 vm86old': {
        brief: 'attack old kernel code that runs 16-bit programs',
        why: "Runs 16-bit real-mode code inside a 32-bit kernel's old virtual machine, code with a long record of flaws."
    },
    'settimeofday clock_settime clock_settime64 stime': {
        brief: "set the host's clock",
        why: 'Sets the clock of the host: no namespace separates the time of day.'
    },
    swapon: {
        brief: "send the host's memory to a chosen file",
        why: "Has the host swap its memory to a file or disk of the caller's choice, and so exposes it."
    },
    swapoff: {
        brief: "use up memory by stopping the host's swapping",
        why: 'Stops the host from swapping to a file or disk, and so can exhaust its memory.'
    },
    uselib: {
        brief: 'attack an old library loader in the kernel',
        why: 'Loads an old-style shared library in the kernel; nothing needs it, and it has given root (CVE-2004-1235).'
    }
};

;// CONCATENATED MODULE: ./src/syscalls/dangers/harmless.ts
/** Harmless calls that a default profile refuses, and the reason. */
const HARMLESS = {
    socket: 'Most families are harmless; default profiles leave out some (audit messages, virtual machine sockets).',
    'afs_syscall break ftime getpmsg gtty idle lock mpx multiplexer prof profil putpmsg security stty timerfd tuxcall ulimit vserver': 'A number without a call behind it: Linux answers ENOSYS, as a profile would.',
    bdflush: 'Has had no effect for a long time, and is gone from newer kernels.',
    'nice oldfstat oldlstat oldolduname oldstat olduname readdir sgetmask sigaction signal sigpending sigsuspend ssetmask': 'Replaced by a newer call decades ago; only very old programs use it.',
    'get_tls usr26 usr32': 'A private call of 32-bit ARM about the calling thread alone.',
    arch_prctl: 'Sets registers and features of the calling thread; the default profiles name it for 64-bit x86 only.',
    cachestat: 'Tells how much of an open file is in memory; newer than the profiles that refuse it.',
    'futex_requeue futex_wait futex_waitv futex_wake': 'A newer form of futex; newer than the profiles that refuse it.',
    'getxattrat listxattrat removexattrat setxattrat': 'A newer form of the calls for extended attributes; newer than the default profiles.',
    'io_pgetevents io_pgetevents_time64': 'Waits for file work to be done, as io_getevents does; newer than the profiles that refuse it.',
    'lsm_get_self_attr lsm_list_modules': "Reads the calling process's own security label or what kinds there are; newer than the default profiles.",
    map_shadow_stack: 'Makes a protected stack of return addresses, a defence; newer than the profiles that refuse it.',
    mseal: 'Forbids later changes to a piece of memory, a defence; newer than the default profiles.',
    riscv_hwprobe: 'Tells what the processor can do; newer than the profiles that refuse it.',
    s390_guarded_storage: 'Sets up a processor feature for garbage collection in the calling thread.',
    uretprobe: "The kernel inserts it when someone on the host traces a function's return; a traced program may die if it is refused."
};

;// CONCATENATED MODULE: ./src/syscalls/dangers/notable.ts
/** Calls that a reviewer should see, but that are seldom a way out alone. */
const NOTABLE = {
    clone: {
        brief: 'start processes in new namespaces',
        why: 'Starts processes and threads, which nearly all programs need, and with namespace flags the same as unshare.'
    },
    clone3: {
        brief: 'make namespaces with flags that seccomp cannot see',
        why: 'Starts processes and threads like clone, with its flags in memory, where no seccomp rule can look at them.'
    },
    chroot: {
        brief: 'change the root directory, or escape one',
        why: 'Changes the root directory; with CAP_SYS_CHROOT it is also the old way out of a root directory.'
    },
    'mknod mknodat': {
        brief: "make device files for the host's hardware",
        why: 'Makes pipes and plain files, and with CAP_MKNOD device files, which then only the device cgroup guards.'
    },
    personality: {
        brief: 'switch off defences such as address randomisation',
        why: 'Changes how a program is run; some values switch address randomisation off or make all memory executable.'
    },
    modify_ldt: {
        brief: 'set up processor segments through rarely used code',
        why: 'Sets up segments of the processor for 16-bit programs (Wine uses it), through rarely used kernel code.'
    },
    name_to_handle_at: {
        brief: 'get handles that open files without a path',
        why: 'Gives the number by which open_by_handle_at finds a file.'
    },
    'adjtimex clock_adjtime clock_adjtime64': {
        brief: "speed up, slow or shift the host's clock",
        why: "Reads the clock's tuning and with CAP_SYS_TIME changes it, for the whole host."
    },
    sethostname: {
        brief: 'rename the machine or the container',
        why: 'Changes the name of the machine, or that of the container if it has a namespace for it.'
    },
    setdomainname: {
        brief: 'change the NIS domain name of the machine',
        why: 'Changes the NIS domain name of the machine, or that of the container if it has a namespace for it.'
    },
    acct: {
        brief: 'switch off or redirect the log of processes',
        why: "Turns the kernel's record of ended processes on or off, which monitoring may rely on, and sets the file that it goes to."
    },
    'quotactl quotactl_fd': {
        brief: "change the disk limits of the host's users",
        why: 'Reads and, for the administrator, changes how much disk users of the host may fill.'
    },
    syslog: {
        brief: "read or clear the kernel's log",
        why: "Reads or clears the kernel's log, which shows addresses and what the host does."
    },
    kcmp: {
        brief: 'learn whether two processes share kernel objects',
        why: 'Tells whether two processes share a kernel object, which helps to line up an exploit.'
    },
    lookup_dcookie: {
        brief: 'learn paths of files on the host',
        why: "Turned a number of the kernel's profiler into a path on the host; gone since Linux 6.7."
    },
    _sysctl: {
        brief: 'read and change kernel settings',
        why: 'An obsolete way to read and change settings of the kernel, which no current program needs.'
    },
    sysfs: {
        brief: 'list the file system types of the kernel',
        why: 'An obsolete way to list the file system types of the kernel, which no current program needs.'
    },
    ustat: {
        brief: 'learn how full mounted file systems are',
        why: 'An obsolete way to ask how full a mounted file system is, which no current program needs.'
    },
    nfsservctl: {
        brief: "control the kernel's NFS server",
        why: "Controlled the kernel's NFS server; gone since Linux 3.1."
    },
    'get_kernel_syms query_module': {
        brief: 'learn names and addresses in the kernel',
        why: 'Told the names and addresses in the kernel before Linux 2.6; no current program calls it.'
    },
    get_mempolicy: {
        brief: 'learn which memory node data lies on',
        why: 'Tells which memory node data lies on, through code that misused kernel memory (CVE-2018-10675).'
    },
    'set_mempolicy mbind': {
        brief: 'slow others down by filling a memory node',
        why: 'Sets the memory node that data lies on, which can slow down others; its code leaked kernel memory (CVE-2017-7616).'
    },
    move_pages: {
        brief: 'move and locate the memory of other processes',
        why: 'Moves memory between nodes, also that of other processes, and shows where it lies (CVE-2010-0415, CVE-2017-14140).'
    },
    migrate_pages: {
        brief: 'move the memory of other processes between nodes',
        why: 'Moves all memory of a process between nodes, also that of other processes.'
    },
    set_mempolicy_home_node: {
        brief: 'choose the memory node that is tried first',
        why: 'Sets the memory node that is tried first for a piece of memory.'
    },
    process_madvise: {
        brief: "have another process's memory swapped out",
        why: 'Advises the kernel on the memory of another process, such as to swap it out.'
    },
    fanotify_init: {
        brief: 'watch or hold up access to files',
        why: 'Watches or holds up file access on whole file systems, beyond the container with CAP_SYS_ADMIN.'
    },
    listmount: {
        brief: 'list the mounts of the container',
        why: 'Lists mounts, and so shows how the container is built.'
    },
    statmount: {
        brief: 'learn where mounts come from',
        why: 'Tells where a mount comes from and how it is set up, and so shows how the container is built.'
    },
    lsm_set_self_attr: {
        brief: 'run under another security label',
        why: 'Changes the security label that the process runs under (SELinux, AppArmor).'
    },
    vmsplice: {
        brief: 'put memory pages into pipes without copying',
        why: "Puts a program's own memory pages into a pipe; a missing check there once gave root (CVE-2008-0600)."
    },
    splice: {
        brief: 'move file pages into pipes without copying',
        why: 'Moves file pages into a pipe without copying, by which "Dirty Pipe" overwrote read-only files (CVE-2022-0847).'
    },
    vhangup: {
        brief: 'hang up the terminal for all its processes',
        why: 'Hangs up the terminal, for every process that has it open.'
    },
    memfd_create: {
        brief: 'run programs that no disk scanner finds',
        why: 'Makes a file that exists only in memory and can be run as a program that no disk scanner finds.'
    },
    execveat: {
        brief: 'run programs that have no path',
        why: 'Starts a program from a descriptor, even one that has no path.'
    },
    socketcall: {
        brief: 'open sockets past rules about address families',
        why: "All of 32-bit x86's socket calls in one, with the arguments in memory, where no rule about address families can look."
    },
    'spu_create spu_run': {
        brief: 'run code on side processors of Cell machines',
        why: 'Runs code on the side processors of a Cell machine, through kernel code that is hardly ever used.'
    },
    subpage_prot: {
        brief: 'protect memory in pieces smaller than a page',
        why: 'A rarely used call of POWER machines that protects memory in pieces smaller than a page.'
    },
    switch_endian: {
        brief: 'switch the byte order of a thread',
        why: 'A rarely used call of POWER machines that switches the byte order of the calling thread.'
    },
    sys_debug_setcontext: {
        brief: 'set registers and debugging of a thread',
        why: 'A rarely used call of POWER machines that sets registers and debugging of the calling thread.'
    },
    s390_sthyi: {
        brief: 'learn what machine the host runs on',
        why: 'Asks the hypervisor about the machine that the host runs on.'
    },
    s390_pci_mmio_read: {
        brief: 'read the memory of PCI devices',
        why: "Reads a PCI device's memory, which belongs to the host."
    },
    s390_pci_mmio_write: {
        brief: 'write to the memory of PCI devices',
        why: "Writes to a PCI device's memory, which belongs to the host."
    }
};

;// CONCATENATED MODULE: ./src/syscalls/dangers/sockets.ts
/** Address families of socket(2) that are ways out. */
const DANGEROUS_SOCKETS = {
    17: {
        brief: 'read and forge all packets of the network',
        why: 'AF_PACKET reads and forges all packets of the network, through code that has given root (CVE-2016-8655, CVE-2017-7308, CVE-2020-14386).'
    },
    21: {
        brief: 'attack the rarely used RDS protocol',
        why: 'AF_RDS is a rarely used protocol that has given root (CVE-2010-3904).'
    },
    30: {
        brief: 'attack the rarely used cluster protocol TIPC',
        why: 'AF_TIPC is a rarely used cluster protocol with an overflow in its past (CVE-2021-43267).'
    },
    38: {
        brief: "attack the kernel's cryptography code",
        why: "AF_ALG hands data to the kernel's own cryptography, a lot of code with flaws in its past (CVE-2019-8912)."
    },
    40: {
        brief: 'reach the hypervisor past all network rules',
        why: 'AF_VSOCK talks to the hypervisor and other virtual machines past all network rules, and has given root (CVE-2021-26708).'
    },
    44: {
        brief: 'take packets before the network stack sees them',
        why: 'AF_XDP takes packets from the network card past the network stack.'
    }
};
/** Address families of socket(2) that a reviewer should see. */
const NOTABLE_SOCKETS = {
    15: {
        brief: 'set up IPsec through old kernel code',
        why: 'AF_KEY sets up IPsec, through old kernel code that needs CAP_NET_ADMIN.'
    },
    16: {
        brief: 'set up the network and its filters',
        why: 'AF_NETLINK sets up the network and its filters; harmless for queries, a way to root together with a user namespace (CVE-2022-32250, CVE-2024-1086).'
    },
    29: {
        brief: 'talk to buses of vehicles and machines',
        why: 'AF_CAN talks to the buses of vehicles and machines.'
    },
    31: {
        brief: "use the host's Bluetooth radio",
        why: 'AF_BLUETOOTH talks to radio devices of the host.'
    },
    42: {
        brief: 'talk to the modem of a phone',
        why: "AF_QIPCRTR talks to the modem and other parts of a phone's chip."
    },
    43: {
        brief: 'attack rarely used code for SMC connections',
        why: 'AF_SMC carries TCP over direct memory access, through code that few use.'
    }
};

;// CONCATENATED MODULE: ./src/syscalls/danger.ts




/**
 * The danger of a system call, by name; an unknown name has none. There is a
 * `why` for every call that podman's or moby's default profile refuses on any
 * architecture of the tables.
 */
function dangerOf(name) {
    return CALLS.get(name) ?? NONE;
}
/**
 * The danger of socket(2) with this address family, `socket`'s first argument
 * (numbers as in the kernel's include/linux/socket.h).
 */
function dangerOfSocket(family) {
    return SOCKETS.get(family) ?? NONE;
}
/**
 * The address families of socket(2) to look through: all from AF_UNSPEC to
 * AF_MCTP.
 */
const SOCKET_FAMILIES = Array.from({ length: 46 }, (_, family) => family);
const NONE = { level: 'none', brief: undefined, why: undefined };
const CALLS = new Map([
    ...entries(HARMLESS, why => ({ ...NONE, why })),
    ...entries(NOTABLE, risk => ({ level: 'notable', ...risk })),
    ...entries(DANGEROUS, risk => ({ level: 'dangerous', ...risk }))
]);
const SOCKETS = new Map([
    ...numbered('notable', NOTABLE_SOCKETS),
    ...numbered('dangerous', DANGEROUS_SOCKETS)
]);
function entries(table, dangerFor) {
    return Object.entries(table).flatMap(([names, value]) => names.split(' ').map((name) => [name, dangerFor(value)]));
}
function numbered(level, table) {
    return Object.entries(table).map(([family, risk]) => [
        Number(family),
        { level, ...risk }
    ]);
}


/***/ }),

/***/ 4216:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ GROUP_NAMES),
  SY: () => (/* binding */ expandGroup),
  c1: () => (/* binding */ groupsOf)
});

;// CONCATENATED MODULE: ./src/syscalls/groups.json
const groups_namespaceObject = /*#__PURE__*/JSON.parse('{"$comment":"Made by `sudo python3 scripts/generate-syscalls.py` from Debian trixie\'s systemd 257.13-1~deb13u1; do not edit.","@default":["@sandbox","arch_prctl","brk","cacheflush","clock_getres","clock_getres_time64","clock_gettime","clock_gettime64","clock_nanosleep","clock_nanosleep_time64","execve","exit","exit_group","futex","futex_time64","futex_waitv","get_robust_list","get_thread_area","getegid","getegid32","geteuid","geteuid32","getgid","getgid32","getgroups","getgroups32","getpgid","getpgrp","getpid","getppid","getrandom","getresgid","getresgid32","getresuid","getresuid32","getrlimit","getsid","gettid","gettimeofday","getuid","getuid32","lsm_get_self_attr","lsm_list_modules","membarrier","mmap","mmap2","mprotect","mseal","munmap","nanosleep","pause","prlimit64","restart_syscall","riscv_flush_icache","riscv_hwprobe","rseq","rt_sigreturn","sched_getaffinity","sched_yield","set_robust_list","set_thread_area","set_tid_address","set_tls","sigreturn","time","ugetrlimit","uretprobe"],"@aio":["io_cancel","io_destroy","io_getevents","io_pgetevents","io_pgetevents_time64","io_setup","io_submit","io_uring_enter","io_uring_register","io_uring_setup"],"@basic-io":["_llseek","close","close_range","dup","dup2","dup3","llseek","lseek","pread64","preadv","preadv2","pwrite64","pwritev","pwritev2","read","readv","write","writev"],"@chown":["chown","chown32","fchown","fchown32","fchownat","lchown","lchown32"],"@clock":["adjtimex","clock_adjtime","clock_adjtime64","clock_settime","clock_settime64","settimeofday"],"@cpu-emulation":["modify_ldt","subpage_prot","switch_endian","vm86","vm86old"],"@debug":["lookup_dcookie","perf_event_open","pidfd_getfd","ptrace","rtas","s390_runtime_instr","sys_debug_setcontext"],"@file-system":["access","chdir","chmod","close","creat","faccessat","faccessat2","fallocate","fchdir","fchmod","fchmodat","fchmodat2","fcntl","fcntl64","fgetxattr","file_getattr","file_setattr","flistxattr","fremovexattr","fsetxattr","fstat","fstat64","fstatat","fstatat64","fstatfs","fstatfs64","ftruncate","ftruncate64","futimesat","getcwd","getdents","getdents64","getxattr","getxattrat","inotify_add_watch","inotify_init","inotify_init1","inotify_rm_watch","lgetxattr","link","linkat","listmount","listxattr","listxattrat","llistxattr","lremovexattr","lsetxattr","lstat","lstat64","mkdir","mkdirat","mknod","mknodat","newfstat","newfstatat","oldfstat","oldlstat","oldstat","open","openat","openat2","readlink","readlinkat","removexattr","removexattrat","rename","renameat","renameat2","rmdir","setxattr","setxattrat","stat","stat64","statfs","statfs64","statmount","statx","symlink","symlinkat","truncate","truncate64","unlink","unlinkat","utime","utimensat","utimensat_time64","utimes"],"@io-event":["_newselect","epoll_create","epoll_create1","epoll_ctl","epoll_ctl_old","epoll_pwait","epoll_pwait2","epoll_wait","epoll_wait_old","eventfd","eventfd2","poll","ppoll","ppoll_time64","pselect6","pselect6_time64","select"],"@ipc":["ipc","memfd_create","mq_getsetattr","mq_notify","mq_open","mq_timedreceive","mq_timedreceive_time64","mq_timedsend","mq_timedsend_time64","mq_unlink","msgctl","msgget","msgrcv","msgsnd","pipe","pipe2","process_madvise","process_vm_readv","process_vm_writev","semctl","semget","semop","semtimedop","semtimedop_time64","shmat","shmctl","shmdt","shmget"],"@keyring":["add_key","keyctl","request_key"],"@memlock":["mlock","mlock2","mlockall","munlock","munlockall"],"@module":["delete_module","finit_module","init_module"],"@mount":["chroot","fsconfig","fsmount","fsopen","fspick","mount","mount_setattr","move_mount","open_tree","pivot_root","umount","umount2"],"@network-io":["accept","accept4","bind","connect","getpeername","getsockname","getsockopt","listen","recv","recvfrom","recvmmsg","recvmmsg_time64","recvmsg","send","sendmmsg","sendmsg","sendto","setsockopt","shutdown","socket","socketcall","socketpair"],"@obsolete":["_sysctl","afs_syscall","bdflush","break","create_module","ftime","get_kernel_syms","getpmsg","gtty","idle","lock","mpx","prof","profil","putpmsg","query_module","security","sgetmask","ssetmask","stime","stty","sysfs","tuxcall","ulimit","uselib","ustat","vserver"],"@pkey":["pkey_alloc","pkey_free","pkey_mprotect"],"@privileged":["@chown","@clock","@module","@raw-io","@reboot","@swap","_sysctl","acct","bpf","capset","chroot","fanotify_init","fanotify_mark","nfsservctl","open_by_handle_at","pivot_root","quotactl","quotactl_fd","setdomainname","setfsuid","setfsuid32","setgroups","setgroups32","sethostname","setresuid","setresuid32","setreuid","setreuid32","setuid","setuid32","vhangup"],"@process":["capget","clone","clone3","execveat","fork","getrusage","kill","pidfd_open","pidfd_send_signal","prctl","rt_sigqueueinfo","rt_tgsigqueueinfo","setns","swapcontext","tgkill","times","tkill","unshare","vfork","wait4","waitid","waitpid"],"@raw-io":["ioperm","iopl","pciconfig_iobase","pciconfig_read","pciconfig_write","s390_pci_mmio_read","s390_pci_mmio_write"],"@reboot":["kexec_file_load","kexec_load","reboot"],"@resources":["ioprio_set","mbind","migrate_pages","move_pages","nice","sched_setaffinity","sched_setattr","sched_setparam","sched_setscheduler","set_mempolicy","set_mempolicy_home_node","setpriority","setrlimit"],"@sandbox":["landlock_add_rule","landlock_create_ruleset","landlock_restrict_self","seccomp"],"@setuid":["setgid","setgid32","setgroups","setgroups32","setregid","setregid32","setresgid","setresgid32","setresuid","setresuid32","setreuid","setreuid32","setuid","setuid32"],"@signal":["rt_sigaction","rt_sigpending","rt_sigprocmask","rt_sigsuspend","rt_sigtimedwait","rt_sigtimedwait_time64","sigaction","sigaltstack","signal","signalfd","signalfd4","sigpending","sigprocmask","sigsuspend"],"@swap":["swapoff","swapon"],"@sync":["fdatasync","fsync","msync","sync","sync_file_range","sync_file_range2","syncfs"],"@system-service":["@aio","@basic-io","@chown","@default","@file-system","@io-event","@ipc","@keyring","@memlock","@network-io","@process","@resources","@setuid","@signal","@sync","@timer","arm_fadvise64_64","capget","capset","copy_file_range","fadvise64","fadvise64_64","flock","get_mempolicy","getcpu","getpriority","ioctl","ioprio_get","kcmp","madvise","mremap","name_to_handle_at","oldolduname","olduname","personality","readahead","readdir","remap_file_pages","sched_get_priority_max","sched_get_priority_min","sched_getattr","sched_getparam","sched_getscheduler","sched_rr_get_interval","sched_rr_get_interval_time64","sched_yield","sendfile","sendfile64","setfsgid","setfsgid32","setfsuid","setfsuid32","setpgid","setsid","splice","sysinfo","tee","umask","uname","userfaultfd","vmsplice"],"@timer":["alarm","getitimer","setitimer","timer_create","timer_delete","timer_getoverrun","timer_gettime","timer_gettime64","timer_settime","timer_settime64","timerfd_create","timerfd_gettime","timerfd_gettime64","timerfd_settime","timerfd_settime64","times"]}');
;// CONCATENATED MODULE: ./src/syscalls/groups.ts

/** Each group's members; the note about the file's origin is not a group. */
const MEMBERS = new Map(Object.entries(groups_namespaceObject).filter((entry) => Array.isArray(entry[1])));
/** The names of systemd's groups of system calls, `@aio` and so on, sorted. */
const GROUP_NAMES = [...MEMBERS.keys()].sort();
/**
 * The calls of one of systemd's groups, including those of the groups within
 * it, sorted; undefined if there is no such group.
 *
 * Source: `systemd-analyze syscall-filter`, systemd.exec(5)
 * "SystemCallFilter=".
 */
function expandGroup(group) {
    if (!MEMBERS.has(group))
        return undefined;
    return [...new Set(membersOf(group))].sort();
}
/**
 * The groups that a call is in, directly or through another group, sorted;
 * empty if systemd has it in no group.
 */
function groupsOf(name) {
    groupsByName ??= invert();
    return groupsByName.get(name) ?? [];
}
let groupsByName;
function invert() {
    const byName = new Map();
    for (const group of GROUP_NAMES) {
        for (const name of expandGroup(group) ?? []) {
            byName.set(name, [...(byName.get(name) ?? []), group]);
        }
    }
    return byName;
}
function membersOf(group) {
    return (MEMBERS.get(group) ?? []).flatMap(member => member.startsWith('@') ? membersOf(member) : [member]);
}


/***/ }),

/***/ 2740:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ RUNTIME_BY_CHANCE),
/* harmony export */   l: () => (/* binding */ ALWAYS_KEPT)
/* harmony export */ });
/**
 * Calls that every profile allows, because a container may need them at any
 * moment and a recording can miss them by chance. None of them reaches
 * beyond the calling process.
 */
const ALWAYS_KEPT = [
    // A process cannot end without them.
    'exit',
    'exit_group',
    // Every contended lock makes it, so every threaded program, at random.
    'futex',
    // The kernel makes the program issue it when a signal stops a sleep
    // (restart_syscall(2)).
    'restart_syscall',
    // The way back from every signal handler. runc's Go init takes SIGURG
    // between loading the filter and exec; a start dies there without it.
    'rt_sigreturn',
    // How a thread gives way to another that holds a lock. Go's scheduler makes
    // it in runc's init, after the filter was loaded in perhaps one of a thousand
    // starts: two such were seen, and none in 500 others on a busy machine.
    'sched_yield'
];
/**
 * Calls that runc's init (a Go program) makes by chance before it has loaded
 * the filter. A recorder that begins before that and cannot tell them from the
 * application's, such as the hook, has them in one recording and not in the
 * next. 100 recordings of `ls -l /` under runc 1.1.5: tgkill in 84,
 * rt_sigreturn in 76; clone3, gettid, rt_sigprocmask and sigaltstack together
 * in 4 (a thread started late). getpid, nanosleep and set_robust_list belong to
 * the same acts (signalling a thread, backing off, starting a thread). After
 * the filter was loaded, none of them came and went in 600 starts
 * (src/floor/floor-table.json), and in 500 on a busy machine.
 */
const RUNTIME_BY_CHANCE = [
    'clone3',
    'getpid',
    'gettid',
    'nanosleep',
    'rseq',
    'rt_sigprocmask',
    'set_robust_list',
    'sigaltstack',
    'tgkill'
];


/***/ }),

/***/ 2639:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ multiplexed),
/* harmony export */   n: () => (/* binding */ MULTIPLEXERS)
/* harmony export */ });
/** The calls that others are made through. */
const MULTIPLEXERS = ['socketcall', 'ipc'];
/**
 * How a call is made through socketcall(2) or ipc(2) on the architectures
 * that have them; undefined for any other call. libseccomp adds a rule about
 * such a call to both ways (its `abi_rule_add`).
 *
 * Numbers: the kernel's include/uapi/linux/net.h (`SYS_*`) and
 * include/uapi/linux/ipc.h (`SEMOP` and so on).
 */
function multiplexed(name, architecture) {
    return WITH_MULTIPLEXERS.has(architecture) ? CALLS.get(name) : undefined;
}
const WITH_MULTIPLEXERS = new Set([
    'SCMP_ARCH_X86',
    'SCMP_ARCH_S390',
    'SCMP_ARCH_S390X',
    'SCMP_ARCH_PPC',
    'SCMP_ARCH_PPC64',
    'SCMP_ARCH_PPC64LE'
]);
const SOCKETCALLS = {
    socket: 1,
    bind: 2,
    connect: 3,
    listen: 4,
    accept: 5,
    getsockname: 6,
    getpeername: 7,
    socketpair: 8,
    send: 9,
    recv: 10,
    sendto: 11,
    recvfrom: 12,
    shutdown: 13,
    setsockopt: 14,
    getsockopt: 15,
    sendmsg: 16,
    recvmsg: 17,
    accept4: 18,
    recvmmsg: 19,
    sendmmsg: 20
};
const IPC_CALLS = {
    semop: 1,
    semget: 2,
    semctl: 3,
    semtimedop: 4,
    msgsnd: 11,
    msgrcv: 12,
    msgget: 13,
    msgctl: 14,
    shmat: 21,
    shmdt: 22,
    shmget: 23,
    shmctl: 24
};
const CALLS = new Map([
    ...entries('socketcall', SOCKETCALLS),
    ...entries('ipc', IPC_CALLS)
]);
function entries(by, calls) {
    return Object.entries(calls).map(([name, call]) => [name, { by, call }]);
}


/***/ }),

/***/ 3244:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ nearestName)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1916);
/* harmony import */ var _numbers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3952);


/**
 * The known system call that a mistyped name most likely means, on any
 * architecture; undefined if none is near, or if the name is known. Near means
 * a Levenshtein distance of up to a third of the name's letters (rounded up),
 * three at most; ties go to the alphabetically first.
 */
function nearestName(name) {
    const known = (0,_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .syscallNames */ .EE)();
    if (known.has(name))
        return undefined;
    const written = name.trim().toLowerCase();
    const near = Math.min(3, Math.ceil(written.length / 3));
    let best;
    for (const candidate of known) {
        if (Math.abs(candidate.length - written.length) > near)
            continue;
        const apart = (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(written, candidate);
        if (best === undefined || apart < best.apart) {
            best = { name: candidate, apart };
        }
    }
    return best && best.apart <= near ? best.name : undefined;
}


/***/ }),

/***/ 3952:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ui: () => (/* binding */ isX32),
  EE: () => (/* binding */ syscallNames),
  Q3: () => (/* binding */ syscallNumbers),
  $o: () => (/* binding */ syscallsByNumber)
});

;// CONCATENATED MODULE: ./src/syscalls/numbers.json
const numbers_namespaceObject = /*#__PURE__*/JSON.parse('{"$comment":"Made by `sudo python3 scripts/generate-syscalls.py` from Debian trixie\'s linux-libc-dev 6.12.117-1, libseccomp2 2.6.0-2; do not edit.","SCMP_ARCH_X86_64":{"_sysctl":156,"accept":43,"accept4":288,"access":21,"acct":163,"add_key":248,"adjtimex":159,"afs_syscall":183,"alarm":37,"arch_prctl":158,"bind":49,"bpf":321,"brk":12,"cachestat":451,"capget":125,"capset":126,"chdir":80,"chmod":90,"chown":92,"chroot":161,"clock_adjtime":305,"clock_getres":229,"clock_gettime":228,"clock_nanosleep":230,"clock_settime":227,"clone":56,"clone3":435,"close":3,"close_range":436,"connect":42,"copy_file_range":326,"creat":85,"create_module":174,"delete_module":176,"dup":32,"dup2":33,"dup3":292,"epoll_create":213,"epoll_create1":291,"epoll_ctl":233,"epoll_ctl_old":214,"epoll_pwait":281,"epoll_pwait2":441,"epoll_wait":232,"epoll_wait_old":215,"eventfd":284,"eventfd2":290,"execve":59,"execveat":322,"exit":60,"exit_group":231,"faccessat":269,"faccessat2":439,"fadvise64":221,"fallocate":285,"fanotify_init":300,"fanotify_mark":301,"fchdir":81,"fchmod":91,"fchmodat":268,"fchmodat2":452,"fchown":93,"fchownat":260,"fcntl":72,"fdatasync":75,"fgetxattr":193,"finit_module":313,"flistxattr":196,"flock":73,"fork":57,"fremovexattr":199,"fsconfig":431,"fsetxattr":190,"fsmount":432,"fsopen":430,"fspick":433,"fstat":5,"fstatfs":138,"fsync":74,"ftruncate":77,"futex":202,"futex_requeue":456,"futex_wait":455,"futex_waitv":449,"futex_wake":454,"futimesat":261,"get_kernel_syms":177,"get_mempolicy":239,"get_robust_list":274,"get_thread_area":211,"getcpu":309,"getcwd":79,"getdents":78,"getdents64":217,"getegid":108,"geteuid":107,"getgid":104,"getgroups":115,"getitimer":36,"getpeername":52,"getpgid":121,"getpgrp":111,"getpid":39,"getpmsg":181,"getppid":110,"getpriority":140,"getrandom":318,"getresgid":120,"getresuid":118,"getrlimit":97,"getrusage":98,"getsid":124,"getsockname":51,"getsockopt":55,"gettid":186,"gettimeofday":96,"getuid":102,"getxattr":191,"getxattrat":464,"init_module":175,"inotify_add_watch":254,"inotify_init":253,"inotify_init1":294,"inotify_rm_watch":255,"io_cancel":210,"io_destroy":207,"io_getevents":208,"io_pgetevents":333,"io_setup":206,"io_submit":209,"io_uring_enter":426,"io_uring_register":427,"io_uring_setup":425,"ioctl":16,"ioperm":173,"iopl":172,"ioprio_get":252,"ioprio_set":251,"kcmp":312,"kexec_file_load":320,"kexec_load":246,"keyctl":250,"kill":62,"landlock_add_rule":445,"landlock_create_ruleset":444,"landlock_restrict_self":446,"lchown":94,"lgetxattr":192,"link":86,"linkat":265,"listen":50,"listmount":458,"listxattr":194,"listxattrat":465,"llistxattr":195,"lookup_dcookie":212,"lremovexattr":198,"lseek":8,"lsetxattr":189,"lsm_get_self_attr":459,"lsm_list_modules":461,"lsm_set_self_attr":460,"lstat":6,"madvise":28,"map_shadow_stack":453,"mbind":237,"membarrier":324,"memfd_create":319,"memfd_secret":447,"migrate_pages":256,"mincore":27,"mkdir":83,"mkdirat":258,"mknod":133,"mknodat":259,"mlock":149,"mlock2":325,"mlockall":151,"mmap":9,"modify_ldt":154,"mount":165,"mount_setattr":442,"move_mount":429,"move_pages":279,"mprotect":10,"mq_getsetattr":245,"mq_notify":244,"mq_open":240,"mq_timedreceive":243,"mq_timedsend":242,"mq_unlink":241,"mremap":25,"mseal":462,"msgctl":71,"msgget":68,"msgrcv":70,"msgsnd":69,"msync":26,"munlock":150,"munlockall":152,"munmap":11,"name_to_handle_at":303,"nanosleep":35,"newfstatat":262,"nfsservctl":180,"open":2,"open_by_handle_at":304,"open_tree":428,"openat":257,"openat2":437,"pause":34,"perf_event_open":298,"personality":135,"pidfd_getfd":438,"pidfd_open":434,"pidfd_send_signal":424,"pipe":22,"pipe2":293,"pivot_root":155,"pkey_alloc":330,"pkey_free":331,"pkey_mprotect":329,"poll":7,"ppoll":271,"prctl":157,"pread64":17,"preadv":295,"preadv2":327,"prlimit64":302,"process_madvise":440,"process_mrelease":448,"process_vm_readv":310,"process_vm_writev":311,"pselect6":270,"ptrace":101,"putpmsg":182,"pwrite64":18,"pwritev":296,"pwritev2":328,"query_module":178,"quotactl":179,"quotactl_fd":443,"read":0,"readahead":187,"readlink":89,"readlinkat":267,"readv":19,"reboot":169,"recvfrom":45,"recvmmsg":299,"recvmsg":47,"remap_file_pages":216,"removexattr":197,"removexattrat":466,"rename":82,"renameat":264,"renameat2":316,"request_key":249,"restart_syscall":219,"rmdir":84,"rseq":334,"rt_sigaction":13,"rt_sigpending":127,"rt_sigprocmask":14,"rt_sigqueueinfo":129,"rt_sigreturn":15,"rt_sigsuspend":130,"rt_sigtimedwait":128,"rt_tgsigqueueinfo":297,"sched_get_priority_max":146,"sched_get_priority_min":147,"sched_getaffinity":204,"sched_getattr":315,"sched_getparam":143,"sched_getscheduler":145,"sched_rr_get_interval":148,"sched_setaffinity":203,"sched_setattr":314,"sched_setparam":142,"sched_setscheduler":144,"sched_yield":24,"seccomp":317,"security":185,"select":23,"semctl":66,"semget":64,"semop":65,"semtimedop":220,"sendfile":40,"sendmmsg":307,"sendmsg":46,"sendto":44,"set_mempolicy":238,"set_mempolicy_home_node":450,"set_robust_list":273,"set_thread_area":205,"set_tid_address":218,"setdomainname":171,"setfsgid":123,"setfsuid":122,"setgid":106,"setgroups":116,"sethostname":170,"setitimer":38,"setns":308,"setpgid":109,"setpriority":141,"setregid":114,"setresgid":119,"setresuid":117,"setreuid":113,"setrlimit":160,"setsid":112,"setsockopt":54,"settimeofday":164,"setuid":105,"setxattr":188,"setxattrat":463,"shmat":30,"shmctl":31,"shmdt":67,"shmget":29,"shutdown":48,"sigaltstack":131,"signalfd":282,"signalfd4":289,"socket":41,"socketpair":53,"splice":275,"stat":4,"statfs":137,"statmount":457,"statx":332,"swapoff":168,"swapon":167,"symlink":88,"symlinkat":266,"sync":162,"sync_file_range":277,"syncfs":306,"sysfs":139,"sysinfo":99,"syslog":103,"tee":276,"tgkill":234,"time":201,"timer_create":222,"timer_delete":226,"timer_getoverrun":225,"timer_gettime":224,"timer_settime":223,"timerfd_create":283,"timerfd_gettime":287,"timerfd_settime":286,"times":100,"tkill":200,"truncate":76,"tuxcall":184,"umask":95,"umount2":166,"uname":63,"unlink":87,"unlinkat":263,"unshare":272,"uretprobe":335,"uselib":134,"userfaultfd":323,"ustat":136,"utime":132,"utimensat":280,"utimes":235,"vfork":58,"vhangup":153,"vmsplice":278,"vserver":236,"wait4":61,"waitid":247,"write":1,"writev":20},"SCMP_ARCH_X86":{"_llseek":140,"_newselect":142,"_sysctl":149,"accept4":364,"access":33,"acct":51,"add_key":286,"adjtimex":124,"afs_syscall":137,"alarm":27,"arch_prctl":384,"bdflush":134,"bind":361,"bpf":357,"break":17,"brk":45,"cachestat":451,"capget":184,"capset":185,"chdir":12,"chmod":15,"chown":182,"chown32":212,"chroot":61,"clock_adjtime":343,"clock_adjtime64":405,"clock_getres":266,"clock_getres_time64":406,"clock_gettime":265,"clock_gettime64":403,"clock_nanosleep":267,"clock_nanosleep_time64":407,"clock_settime":264,"clock_settime64":404,"clone":120,"clone3":435,"close":6,"close_range":436,"connect":362,"copy_file_range":377,"creat":8,"create_module":127,"delete_module":129,"dup":41,"dup2":63,"dup3":330,"epoll_create":254,"epoll_create1":329,"epoll_ctl":255,"epoll_pwait":319,"epoll_pwait2":441,"epoll_wait":256,"eventfd":323,"eventfd2":328,"execve":11,"execveat":358,"exit":1,"exit_group":252,"faccessat":307,"faccessat2":439,"fadvise64":250,"fadvise64_64":272,"fallocate":324,"fanotify_init":338,"fanotify_mark":339,"fchdir":133,"fchmod":94,"fchmodat":306,"fchmodat2":452,"fchown":95,"fchown32":207,"fchownat":298,"fcntl":55,"fcntl64":221,"fdatasync":148,"fgetxattr":231,"finit_module":350,"flistxattr":234,"flock":143,"fork":2,"fremovexattr":237,"fsconfig":431,"fsetxattr":228,"fsmount":432,"fsopen":430,"fspick":433,"fstat":108,"fstat64":197,"fstatat64":300,"fstatfs":100,"fstatfs64":269,"fsync":118,"ftime":35,"ftruncate":93,"ftruncate64":194,"futex":240,"futex_requeue":456,"futex_time64":422,"futex_wait":455,"futex_waitv":449,"futex_wake":454,"futimesat":299,"get_kernel_syms":130,"get_mempolicy":275,"get_robust_list":312,"get_thread_area":244,"getcpu":318,"getcwd":183,"getdents":141,"getdents64":220,"getegid":50,"getegid32":202,"geteuid":49,"geteuid32":201,"getgid":47,"getgid32":200,"getgroups":80,"getgroups32":205,"getitimer":105,"getpeername":368,"getpgid":132,"getpgrp":65,"getpid":20,"getpmsg":188,"getppid":64,"getpriority":96,"getrandom":355,"getresgid":171,"getresgid32":211,"getresuid":165,"getresuid32":209,"getrlimit":76,"getrusage":77,"getsid":147,"getsockname":367,"getsockopt":365,"gettid":224,"gettimeofday":78,"getuid":24,"getuid32":199,"getxattr":229,"getxattrat":464,"gtty":32,"idle":112,"init_module":128,"inotify_add_watch":292,"inotify_init":291,"inotify_init1":332,"inotify_rm_watch":293,"io_cancel":249,"io_destroy":246,"io_getevents":247,"io_pgetevents":385,"io_pgetevents_time64":416,"io_setup":245,"io_submit":248,"io_uring_enter":426,"io_uring_register":427,"io_uring_setup":425,"ioctl":54,"ioperm":101,"iopl":110,"ioprio_get":290,"ioprio_set":289,"ipc":117,"kcmp":349,"kexec_load":283,"keyctl":288,"kill":37,"landlock_add_rule":445,"landlock_create_ruleset":444,"landlock_restrict_self":446,"lchown":16,"lchown32":198,"lgetxattr":230,"link":9,"linkat":303,"listen":363,"listmount":458,"listxattr":232,"listxattrat":465,"llistxattr":233,"lock":53,"lookup_dcookie":253,"lremovexattr":236,"lseek":19,"lsetxattr":227,"lsm_get_self_attr":459,"lsm_list_modules":461,"lsm_set_self_attr":460,"lstat":107,"lstat64":196,"madvise":219,"map_shadow_stack":453,"mbind":274,"membarrier":375,"memfd_create":356,"memfd_secret":447,"migrate_pages":294,"mincore":218,"mkdir":39,"mkdirat":296,"mknod":14,"mknodat":297,"mlock":150,"mlock2":376,"mlockall":152,"mmap":90,"mmap2":192,"modify_ldt":123,"mount":21,"mount_setattr":442,"move_mount":429,"move_pages":317,"mprotect":125,"mpx":56,"mq_getsetattr":282,"mq_notify":281,"mq_open":277,"mq_timedreceive":280,"mq_timedreceive_time64":419,"mq_timedsend":279,"mq_timedsend_time64":418,"mq_unlink":278,"mremap":163,"mseal":462,"msgctl":402,"msgget":399,"msgrcv":401,"msgsnd":400,"msync":144,"munlock":151,"munlockall":153,"munmap":91,"name_to_handle_at":341,"nanosleep":162,"nfsservctl":169,"nice":34,"oldfstat":28,"oldlstat":84,"oldolduname":59,"oldstat":18,"olduname":109,"open":5,"open_by_handle_at":342,"open_tree":428,"openat":295,"openat2":437,"pause":29,"perf_event_open":336,"personality":136,"pidfd_getfd":438,"pidfd_open":434,"pidfd_send_signal":424,"pipe":42,"pipe2":331,"pivot_root":217,"pkey_alloc":381,"pkey_free":382,"pkey_mprotect":380,"poll":168,"ppoll":309,"ppoll_time64":414,"prctl":172,"pread64":180,"preadv":333,"preadv2":378,"prlimit64":340,"process_madvise":440,"process_mrelease":448,"process_vm_readv":347,"process_vm_writev":348,"prof":44,"profil":98,"pselect6":308,"pselect6_time64":413,"ptrace":26,"putpmsg":189,"pwrite64":181,"pwritev":334,"pwritev2":379,"query_module":167,"quotactl":131,"quotactl_fd":443,"read":3,"readahead":225,"readdir":89,"readlink":85,"readlinkat":305,"readv":145,"reboot":88,"recvfrom":371,"recvmmsg":337,"recvmmsg_time64":417,"recvmsg":372,"remap_file_pages":257,"removexattr":235,"removexattrat":466,"rename":38,"renameat":302,"renameat2":353,"request_key":287,"restart_syscall":0,"rmdir":40,"rseq":386,"rt_sigaction":174,"rt_sigpending":176,"rt_sigprocmask":175,"rt_sigqueueinfo":178,"rt_sigreturn":173,"rt_sigsuspend":179,"rt_sigtimedwait":177,"rt_sigtimedwait_time64":421,"rt_tgsigqueueinfo":335,"sched_get_priority_max":159,"sched_get_priority_min":160,"sched_getaffinity":242,"sched_getattr":352,"sched_getparam":155,"sched_getscheduler":157,"sched_rr_get_interval":161,"sched_rr_get_interval_time64":423,"sched_setaffinity":241,"sched_setattr":351,"sched_setparam":154,"sched_setscheduler":156,"sched_yield":158,"seccomp":354,"select":82,"semctl":394,"semget":393,"semtimedop_time64":420,"sendfile":187,"sendfile64":239,"sendmmsg":345,"sendmsg":370,"sendto":369,"set_mempolicy":276,"set_mempolicy_home_node":450,"set_robust_list":311,"set_thread_area":243,"set_tid_address":258,"setdomainname":121,"setfsgid":139,"setfsgid32":216,"setfsuid":138,"setfsuid32":215,"setgid":46,"setgid32":214,"setgroups":81,"setgroups32":206,"sethostname":74,"setitimer":104,"setns":346,"setpgid":57,"setpriority":97,"setregid":71,"setregid32":204,"setresgid":170,"setresgid32":210,"setresuid":164,"setresuid32":208,"setreuid":70,"setreuid32":203,"setrlimit":75,"setsid":66,"setsockopt":366,"settimeofday":79,"setuid":23,"setuid32":213,"setxattr":226,"setxattrat":463,"sgetmask":68,"shmat":397,"shmctl":396,"shmdt":398,"shmget":395,"shutdown":373,"sigaction":67,"sigaltstack":186,"signal":48,"signalfd":321,"signalfd4":327,"sigpending":73,"sigprocmask":126,"sigreturn":119,"sigsuspend":72,"socket":359,"socketcall":102,"socketpair":360,"splice":313,"ssetmask":69,"stat":106,"stat64":195,"statfs":99,"statfs64":268,"statmount":457,"statx":383,"stime":25,"stty":31,"swapoff":115,"swapon":87,"symlink":83,"symlinkat":304,"sync":36,"sync_file_range":314,"syncfs":344,"sysfs":135,"sysinfo":116,"syslog":103,"tee":315,"tgkill":270,"time":13,"timer_create":259,"timer_delete":263,"timer_getoverrun":262,"timer_gettime":261,"timer_gettime64":408,"timer_settime":260,"timer_settime64":409,"timerfd_create":322,"timerfd_gettime":326,"timerfd_gettime64":410,"timerfd_settime":325,"timerfd_settime64":411,"times":43,"tkill":238,"truncate":92,"truncate64":193,"ugetrlimit":191,"ulimit":58,"umask":60,"umount":22,"umount2":52,"uname":122,"unlink":10,"unlinkat":301,"unshare":310,"uselib":86,"userfaultfd":374,"ustat":62,"utime":30,"utimensat":320,"utimensat_time64":412,"utimes":271,"vfork":190,"vhangup":111,"vm86":166,"vm86old":113,"vmsplice":316,"vserver":273,"wait4":114,"waitid":284,"waitpid":7,"write":4,"writev":146},"SCMP_ARCH_X32":{"accept":1073741867,"accept4":1073742112,"access":1073741845,"acct":1073741987,"add_key":1073742072,"adjtimex":1073741983,"afs_syscall":1073742007,"alarm":1073741861,"arch_prctl":1073741982,"bind":1073741873,"bpf":1073742145,"brk":1073741836,"cachestat":1073742275,"capget":1073741949,"capset":1073741950,"chdir":1073741904,"chmod":1073741914,"chown":1073741916,"chroot":1073741985,"clock_adjtime":1073742129,"clock_getres":1073742053,"clock_gettime":1073742052,"clock_nanosleep":1073742054,"clock_settime":1073742051,"clone":1073741880,"clone3":1073742259,"close":1073741827,"close_range":1073742260,"connect":1073741866,"copy_file_range":1073742150,"creat":1073741909,"delete_module":1073742000,"dup":1073741856,"dup2":1073741857,"dup3":1073742116,"epoll_create":1073742037,"epoll_create1":1073742115,"epoll_ctl":1073742057,"epoll_pwait":1073742105,"epoll_pwait2":1073742265,"epoll_wait":1073742056,"eventfd":1073742108,"eventfd2":1073742114,"execve":1073742344,"execveat":1073742369,"exit":1073741884,"exit_group":1073742055,"faccessat":1073742093,"faccessat2":1073742263,"fadvise64":1073742045,"fallocate":1073742109,"fanotify_init":1073742124,"fanotify_mark":1073742125,"fchdir":1073741905,"fchmod":1073741915,"fchmodat":1073742092,"fchmodat2":1073742276,"fchown":1073741917,"fchownat":1073742084,"fcntl":1073741896,"fdatasync":1073741899,"fgetxattr":1073742017,"finit_module":1073742137,"flistxattr":1073742020,"flock":1073741897,"fork":1073741881,"fremovexattr":1073742023,"fsconfig":1073742255,"fsetxattr":1073742014,"fsmount":1073742256,"fsopen":1073742254,"fspick":1073742257,"fstat":1073741829,"fstatfs":1073741962,"fsync":1073741898,"ftruncate":1073741901,"futex":1073742026,"futex_requeue":1073742280,"futex_wait":1073742279,"futex_waitv":1073742273,"futex_wake":1073742278,"futimesat":1073742085,"get_mempolicy":1073742063,"get_robust_list":1073742355,"getcpu":1073742133,"getcwd":1073741903,"getdents":1073741902,"getdents64":1073742041,"getegid":1073741932,"geteuid":1073741931,"getgid":1073741928,"getgroups":1073741939,"getitimer":1073741860,"getpeername":1073741876,"getpgid":1073741945,"getpgrp":1073741935,"getpid":1073741863,"getpmsg":1073742005,"getppid":1073741934,"getpriority":1073741964,"getrandom":1073742142,"getresgid":1073741944,"getresuid":1073741942,"getrlimit":1073741921,"getrusage":1073741922,"getsid":1073741948,"getsockname":1073741875,"getsockopt":1073742366,"gettid":1073742010,"gettimeofday":1073741920,"getuid":1073741926,"getxattr":1073742015,"getxattrat":1073742288,"init_module":1073741999,"inotify_add_watch":1073742078,"inotify_init":1073742077,"inotify_init1":1073742118,"inotify_rm_watch":1073742079,"io_cancel":1073742034,"io_destroy":1073742031,"io_getevents":1073742032,"io_pgetevents":1073742157,"io_setup":1073742367,"io_submit":1073742368,"io_uring_enter":1073742250,"io_uring_register":1073742251,"io_uring_setup":1073742249,"ioctl":1073742338,"ioperm":1073741997,"iopl":1073741996,"ioprio_get":1073742076,"ioprio_set":1073742075,"kcmp":1073742136,"kexec_file_load":1073742144,"kexec_load":1073742352,"keyctl":1073742074,"kill":1073741886,"landlock_add_rule":1073742269,"landlock_create_ruleset":1073742268,"landlock_restrict_self":1073742270,"lchown":1073741918,"lgetxattr":1073742016,"link":1073741910,"linkat":1073742089,"listen":1073741874,"listmount":1073742282,"listxattr":1073742018,"listxattrat":1073742289,"llistxattr":1073742019,"lookup_dcookie":1073742036,"lremovexattr":1073742022,"lseek":1073741832,"lsetxattr":1073742013,"lsm_get_self_attr":1073742283,"lsm_list_modules":1073742285,"lsm_set_self_attr":1073742284,"lstat":1073741830,"madvise":1073741852,"map_shadow_stack":1073742277,"mbind":1073742061,"membarrier":1073742148,"memfd_create":1073742143,"memfd_secret":1073742271,"migrate_pages":1073742080,"mincore":1073741851,"mkdir":1073741907,"mkdirat":1073742082,"mknod":1073741957,"mknodat":1073742083,"mlock":1073741973,"mlock2":1073742149,"mlockall":1073741975,"mmap":1073741833,"modify_ldt":1073741978,"mount":1073741989,"mount_setattr":1073742266,"move_mount":1073742253,"move_pages":1073742357,"mprotect":1073741834,"mq_getsetattr":1073742069,"mq_notify":1073742351,"mq_open":1073742064,"mq_timedreceive":1073742067,"mq_timedsend":1073742066,"mq_unlink":1073742065,"mremap":1073741849,"mseal":1073742286,"msgctl":1073741895,"msgget":1073741892,"msgrcv":1073741894,"msgsnd":1073741893,"msync":1073741850,"munlock":1073741974,"munlockall":1073741976,"munmap":1073741835,"name_to_handle_at":1073742127,"nanosleep":1073741859,"newfstatat":1073742086,"open":1073741826,"open_by_handle_at":1073742128,"open_tree":1073742252,"openat":1073742081,"openat2":1073742261,"pause":1073741858,"perf_event_open":1073742122,"personality":1073741959,"pidfd_getfd":1073742262,"pidfd_open":1073742258,"pidfd_send_signal":1073742248,"pipe":1073741846,"pipe2":1073742117,"pivot_root":1073741979,"pkey_alloc":1073742154,"pkey_free":1073742155,"pkey_mprotect":1073742153,"poll":1073741831,"ppoll":1073742095,"prctl":1073741981,"pread64":1073741841,"preadv":1073742358,"preadv2":1073742370,"prlimit64":1073742126,"process_madvise":1073742264,"process_mrelease":1073742272,"process_vm_readv":1073742363,"process_vm_writev":1073742364,"pselect6":1073742094,"ptrace":1073742345,"putpmsg":1073742006,"pwrite64":1073741842,"pwritev":1073742359,"pwritev2":1073742371,"quotactl":1073742003,"quotactl_fd":1073742267,"read":1073741824,"readahead":1073742011,"readlink":1073741913,"readlinkat":1073742091,"readv":1073742339,"reboot":1073741993,"recvfrom":1073742341,"recvmmsg":1073742361,"recvmsg":1073742343,"remap_file_pages":1073742040,"removexattr":1073742021,"removexattrat":1073742290,"rename":1073741906,"renameat":1073742088,"renameat2":1073742140,"request_key":1073742073,"restart_syscall":1073742043,"rmdir":1073741908,"rseq":1073742158,"rt_sigaction":1073742336,"rt_sigpending":1073742346,"rt_sigprocmask":1073741838,"rt_sigqueueinfo":1073742348,"rt_sigreturn":1073742337,"rt_sigsuspend":1073741954,"rt_sigtimedwait":1073742347,"rt_tgsigqueueinfo":1073742360,"sched_get_priority_max":1073741970,"sched_get_priority_min":1073741971,"sched_getaffinity":1073742028,"sched_getattr":1073742139,"sched_getparam":1073741967,"sched_getscheduler":1073741969,"sched_rr_get_interval":1073741972,"sched_setaffinity":1073742027,"sched_setattr":1073742138,"sched_setparam":1073741966,"sched_setscheduler":1073741968,"sched_yield":1073741848,"seccomp":1073742141,"security":1073742009,"select":1073741847,"semctl":1073741890,"semget":1073741888,"semop":1073741889,"semtimedop":1073742044,"sendfile":1073741864,"sendmmsg":1073742362,"sendmsg":1073742342,"sendto":1073741868,"set_mempolicy":1073742062,"set_mempolicy_home_node":1073742274,"set_robust_list":1073742354,"set_tid_address":1073742042,"setdomainname":1073741995,"setfsgid":1073741947,"setfsuid":1073741946,"setgid":1073741930,"setgroups":1073741940,"sethostname":1073741994,"setitimer":1073741862,"setns":1073742132,"setpgid":1073741933,"setpriority":1073741965,"setregid":1073741938,"setresgid":1073741943,"setresuid":1073741941,"setreuid":1073741937,"setrlimit":1073741984,"setsid":1073741936,"setsockopt":1073742365,"settimeofday":1073741988,"setuid":1073741929,"setxattr":1073742012,"setxattrat":1073742287,"shmat":1073741854,"shmctl":1073741855,"shmdt":1073741891,"shmget":1073741853,"shutdown":1073741872,"sigaltstack":1073742349,"signalfd":1073742106,"signalfd4":1073742113,"socket":1073741865,"socketpair":1073741877,"splice":1073742099,"stat":1073741828,"statfs":1073741961,"statmount":1073742281,"statx":1073742156,"swapoff":1073741992,"swapon":1073741991,"symlink":1073741912,"symlinkat":1073742090,"sync":1073741986,"sync_file_range":1073742101,"syncfs":1073742130,"sysfs":1073741963,"sysinfo":1073741923,"syslog":1073741927,"tee":1073742100,"tgkill":1073742058,"time":1073742025,"timer_create":1073742350,"timer_delete":1073742050,"timer_getoverrun":1073742049,"timer_gettime":1073742048,"timer_settime":1073742047,"timerfd_create":1073742107,"timerfd_gettime":1073742111,"timerfd_settime":1073742110,"times":1073741924,"tkill":1073742024,"truncate":1073741900,"tuxcall":1073742008,"umask":1073741919,"umount2":1073741990,"uname":1073741887,"unlink":1073741911,"unlinkat":1073742087,"unshare":1073742096,"uretprobe":1073742159,"userfaultfd":1073742147,"ustat":1073741960,"utime":1073741956,"utimensat":1073742104,"utimes":1073742059,"vfork":1073741882,"vhangup":1073741977,"vmsplice":1073742356,"wait4":1073741885,"waitid":1073742353,"write":1073741825,"writev":1073742340},"SCMP_ARCH_AARCH64":{"accept":202,"accept4":242,"acct":89,"add_key":217,"adjtimex":171,"bind":200,"bpf":280,"brk":214,"cachestat":451,"capget":90,"capset":91,"chdir":49,"chroot":51,"clock_adjtime":266,"clock_getres":114,"clock_gettime":113,"clock_nanosleep":115,"clock_settime":112,"clone":220,"clone3":435,"close":57,"close_range":436,"connect":203,"copy_file_range":285,"delete_module":106,"dup":23,"dup3":24,"epoll_create1":20,"epoll_ctl":21,"epoll_pwait":22,"epoll_pwait2":441,"eventfd2":19,"execve":221,"execveat":281,"exit":93,"exit_group":94,"faccessat":48,"faccessat2":439,"fadvise64":223,"fallocate":47,"fanotify_init":262,"fanotify_mark":263,"fchdir":50,"fchmod":52,"fchmodat":53,"fchmodat2":452,"fchown":55,"fchownat":54,"fcntl":25,"fdatasync":83,"fgetxattr":10,"finit_module":273,"flistxattr":13,"flock":32,"fremovexattr":16,"fsconfig":431,"fsetxattr":7,"fsmount":432,"fsopen":430,"fspick":433,"fstat":80,"fstatfs":44,"fsync":82,"ftruncate":46,"futex":98,"futex_requeue":456,"futex_wait":455,"futex_waitv":449,"futex_wake":454,"get_mempolicy":236,"get_robust_list":100,"getcpu":168,"getcwd":17,"getdents64":61,"getegid":177,"geteuid":175,"getgid":176,"getgroups":158,"getitimer":102,"getpeername":205,"getpgid":155,"getpid":172,"getppid":173,"getpriority":141,"getrandom":278,"getresgid":150,"getresuid":148,"getrlimit":163,"getrusage":165,"getsid":156,"getsockname":204,"getsockopt":209,"gettid":178,"gettimeofday":169,"getuid":174,"getxattr":8,"getxattrat":464,"init_module":105,"inotify_add_watch":27,"inotify_init1":26,"inotify_rm_watch":28,"io_cancel":3,"io_destroy":1,"io_getevents":4,"io_pgetevents":292,"io_setup":0,"io_submit":2,"io_uring_enter":426,"io_uring_register":427,"io_uring_setup":425,"ioctl":29,"ioprio_get":31,"ioprio_set":30,"kcmp":272,"kexec_file_load":294,"kexec_load":104,"keyctl":219,"kill":129,"landlock_add_rule":445,"landlock_create_ruleset":444,"landlock_restrict_self":446,"lgetxattr":9,"linkat":37,"listen":201,"listmount":458,"listxattr":11,"listxattrat":465,"llistxattr":12,"lookup_dcookie":18,"lremovexattr":15,"lseek":62,"lsetxattr":6,"lsm_get_self_attr":459,"lsm_list_modules":461,"lsm_set_self_attr":460,"madvise":233,"map_shadow_stack":453,"mbind":235,"membarrier":283,"memfd_create":279,"memfd_secret":447,"migrate_pages":238,"mincore":232,"mkdirat":34,"mknodat":33,"mlock":228,"mlock2":284,"mlockall":230,"mmap":222,"mount":40,"mount_setattr":442,"move_mount":429,"move_pages":239,"mprotect":226,"mq_getsetattr":185,"mq_notify":184,"mq_open":180,"mq_timedreceive":183,"mq_timedsend":182,"mq_unlink":181,"mremap":216,"mseal":462,"msgctl":187,"msgget":186,"msgrcv":188,"msgsnd":189,"msync":227,"munlock":229,"munlockall":231,"munmap":215,"name_to_handle_at":264,"nanosleep":101,"newfstatat":79,"nfsservctl":42,"open_by_handle_at":265,"open_tree":428,"openat":56,"openat2":437,"perf_event_open":241,"personality":92,"pidfd_getfd":438,"pidfd_open":434,"pidfd_send_signal":424,"pipe2":59,"pivot_root":41,"pkey_alloc":289,"pkey_free":290,"pkey_mprotect":288,"ppoll":73,"prctl":167,"pread64":67,"preadv":69,"preadv2":286,"prlimit64":261,"process_madvise":440,"process_mrelease":448,"process_vm_readv":270,"process_vm_writev":271,"pselect6":72,"ptrace":117,"pwrite64":68,"pwritev":70,"pwritev2":287,"quotactl":60,"quotactl_fd":443,"read":63,"readahead":213,"readlinkat":78,"readv":65,"reboot":142,"recvfrom":207,"recvmmsg":243,"recvmsg":212,"remap_file_pages":234,"removexattr":14,"removexattrat":466,"renameat":38,"renameat2":276,"request_key":218,"restart_syscall":128,"rseq":293,"rt_sigaction":134,"rt_sigpending":136,"rt_sigprocmask":135,"rt_sigqueueinfo":138,"rt_sigreturn":139,"rt_sigsuspend":133,"rt_sigtimedwait":137,"rt_tgsigqueueinfo":240,"sched_get_priority_max":125,"sched_get_priority_min":126,"sched_getaffinity":123,"sched_getattr":275,"sched_getparam":121,"sched_getscheduler":120,"sched_rr_get_interval":127,"sched_setaffinity":122,"sched_setattr":274,"sched_setparam":118,"sched_setscheduler":119,"sched_yield":124,"seccomp":277,"semctl":191,"semget":190,"semop":193,"semtimedop":192,"sendfile":71,"sendmmsg":269,"sendmsg":211,"sendto":206,"set_mempolicy":237,"set_mempolicy_home_node":450,"set_robust_list":99,"set_tid_address":96,"setdomainname":162,"setfsgid":152,"setfsuid":151,"setgid":144,"setgroups":159,"sethostname":161,"setitimer":103,"setns":268,"setpgid":154,"setpriority":140,"setregid":143,"setresgid":149,"setresuid":147,"setreuid":145,"setrlimit":164,"setsid":157,"setsockopt":208,"settimeofday":170,"setuid":146,"setxattr":5,"setxattrat":463,"shmat":196,"shmctl":195,"shmdt":197,"shmget":194,"shutdown":210,"sigaltstack":132,"signalfd4":74,"socket":198,"socketpair":199,"splice":76,"statfs":43,"statmount":457,"statx":291,"swapoff":225,"swapon":224,"symlinkat":36,"sync":81,"sync_file_range":84,"syncfs":267,"sysinfo":179,"syslog":116,"tee":77,"tgkill":131,"timer_create":107,"timer_delete":111,"timer_getoverrun":109,"timer_gettime":108,"timer_settime":110,"timerfd_create":85,"timerfd_gettime":87,"timerfd_settime":86,"times":153,"tkill":130,"truncate":45,"umask":166,"umount2":39,"uname":160,"unlinkat":35,"unshare":97,"userfaultfd":282,"utimensat":88,"vhangup":58,"vmsplice":75,"wait4":260,"waitid":95,"write":64,"writev":66},"SCMP_ARCH_ARM":{"_llseek":140,"_newselect":142,"_sysctl":149,"accept":285,"accept4":366,"access":33,"acct":51,"add_key":309,"adjtimex":124,"arm_fadvise64_64":270,"arm_sync_file_range":341,"bdflush":134,"bind":282,"bpf":386,"breakpoint":983041,"brk":45,"cacheflush":983042,"cachestat":451,"capget":184,"capset":185,"chdir":12,"chmod":15,"chown":182,"chown32":212,"chroot":61,"clock_adjtime":372,"clock_adjtime64":405,"clock_getres":264,"clock_getres_time64":406,"clock_gettime":263,"clock_gettime64":403,"clock_nanosleep":265,"clock_nanosleep_time64":407,"clock_settime":262,"clock_settime64":404,"clone":120,"clone3":435,"close":6,"close_range":436,"connect":283,"copy_file_range":391,"creat":8,"delete_module":129,"dup":41,"dup2":63,"dup3":358,"epoll_create":250,"epoll_create1":357,"epoll_ctl":251,"epoll_pwait":346,"epoll_pwait2":441,"epoll_wait":252,"eventfd":351,"eventfd2":356,"execve":11,"execveat":387,"exit":1,"exit_group":248,"faccessat":334,"faccessat2":439,"fallocate":352,"fanotify_init":367,"fanotify_mark":368,"fchdir":133,"fchmod":94,"fchmodat":333,"fchmodat2":452,"fchown":95,"fchown32":207,"fchownat":325,"fcntl":55,"fcntl64":221,"fdatasync":148,"fgetxattr":231,"finit_module":379,"flistxattr":234,"flock":143,"fork":2,"fremovexattr":237,"fsconfig":431,"fsetxattr":228,"fsmount":432,"fsopen":430,"fspick":433,"fstat":108,"fstat64":197,"fstatat64":327,"fstatfs":100,"fstatfs64":267,"fsync":118,"ftruncate":93,"ftruncate64":194,"futex":240,"futex_requeue":456,"futex_time64":422,"futex_wait":455,"futex_waitv":449,"futex_wake":454,"futimesat":326,"get_mempolicy":320,"get_robust_list":339,"get_tls":983046,"getcpu":345,"getcwd":183,"getdents":141,"getdents64":217,"getegid":50,"getegid32":202,"geteuid":49,"geteuid32":201,"getgid":47,"getgid32":200,"getgroups":80,"getgroups32":205,"getitimer":105,"getpeername":287,"getpgid":132,"getpgrp":65,"getpid":20,"getppid":64,"getpriority":96,"getrandom":384,"getresgid":171,"getresgid32":211,"getresuid":165,"getresuid32":209,"getrusage":77,"getsid":147,"getsockname":286,"getsockopt":295,"gettid":224,"gettimeofday":78,"getuid":24,"getuid32":199,"getxattr":229,"getxattrat":464,"init_module":128,"inotify_add_watch":317,"inotify_init":316,"inotify_init1":360,"inotify_rm_watch":318,"io_cancel":247,"io_destroy":244,"io_getevents":245,"io_pgetevents":399,"io_pgetevents_time64":416,"io_setup":243,"io_submit":246,"io_uring_enter":426,"io_uring_register":427,"io_uring_setup":425,"ioctl":54,"ioprio_get":315,"ioprio_set":314,"kcmp":378,"kexec_file_load":401,"kexec_load":347,"keyctl":311,"kill":37,"landlock_add_rule":445,"landlock_create_ruleset":444,"landlock_restrict_self":446,"lchown":16,"lchown32":198,"lgetxattr":230,"link":9,"linkat":330,"listen":284,"listmount":458,"listxattr":232,"listxattrat":465,"llistxattr":233,"lookup_dcookie":249,"lremovexattr":236,"lseek":19,"lsetxattr":227,"lsm_get_self_attr":459,"lsm_list_modules":461,"lsm_set_self_attr":460,"lstat":107,"lstat64":196,"madvise":220,"map_shadow_stack":453,"mbind":319,"membarrier":389,"memfd_create":385,"migrate_pages":400,"mincore":219,"mkdir":39,"mkdirat":323,"mknod":14,"mknodat":324,"mlock":150,"mlock2":390,"mlockall":152,"mmap2":192,"mount":21,"mount_setattr":442,"move_mount":429,"move_pages":344,"mprotect":125,"mq_getsetattr":279,"mq_notify":278,"mq_open":274,"mq_timedreceive":277,"mq_timedreceive_time64":419,"mq_timedsend":276,"mq_timedsend_time64":418,"mq_unlink":275,"mremap":163,"mseal":462,"msgctl":304,"msgget":303,"msgrcv":302,"msgsnd":301,"msync":144,"munlock":151,"munlockall":153,"munmap":91,"name_to_handle_at":370,"nanosleep":162,"nfsservctl":169,"nice":34,"open":5,"open_by_handle_at":371,"open_tree":428,"openat":322,"openat2":437,"pause":29,"pciconfig_iobase":271,"pciconfig_read":272,"pciconfig_write":273,"perf_event_open":364,"personality":136,"pidfd_getfd":438,"pidfd_open":434,"pidfd_send_signal":424,"pipe":42,"pipe2":359,"pivot_root":218,"pkey_alloc":395,"pkey_free":396,"pkey_mprotect":394,"poll":168,"ppoll":336,"ppoll_time64":414,"prctl":172,"pread64":180,"preadv":361,"preadv2":392,"prlimit64":369,"process_madvise":440,"process_mrelease":448,"process_vm_readv":376,"process_vm_writev":377,"pselect6":335,"pselect6_time64":413,"ptrace":26,"pwrite64":181,"pwritev":362,"pwritev2":393,"quotactl":131,"quotactl_fd":443,"read":3,"readahead":225,"readlink":85,"readlinkat":332,"readv":145,"reboot":88,"recv":291,"recvfrom":292,"recvmmsg":365,"recvmmsg_time64":417,"recvmsg":297,"remap_file_pages":253,"removexattr":235,"removexattrat":466,"rename":38,"renameat":329,"renameat2":382,"request_key":310,"restart_syscall":0,"rmdir":40,"rseq":398,"rt_sigaction":174,"rt_sigpending":176,"rt_sigprocmask":175,"rt_sigqueueinfo":178,"rt_sigreturn":173,"rt_sigsuspend":179,"rt_sigtimedwait":177,"rt_sigtimedwait_time64":421,"rt_tgsigqueueinfo":363,"sched_get_priority_max":159,"sched_get_priority_min":160,"sched_getaffinity":242,"sched_getattr":381,"sched_getparam":155,"sched_getscheduler":157,"sched_rr_get_interval":161,"sched_rr_get_interval_time64":423,"sched_setaffinity":241,"sched_setattr":380,"sched_setparam":154,"sched_setscheduler":156,"sched_yield":158,"seccomp":383,"semctl":300,"semget":299,"semop":298,"semtimedop":312,"semtimedop_time64":420,"send":289,"sendfile":187,"sendfile64":239,"sendmmsg":374,"sendmsg":296,"sendto":290,"set_mempolicy":321,"set_mempolicy_home_node":450,"set_robust_list":338,"set_tid_address":256,"set_tls":983045,"setdomainname":121,"setfsgid":139,"setfsgid32":216,"setfsuid":138,"setfsuid32":215,"setgid":46,"setgid32":214,"setgroups":81,"setgroups32":206,"sethostname":74,"setitimer":104,"setns":375,"setpgid":57,"setpriority":97,"setregid":71,"setregid32":204,"setresgid":170,"setresgid32":210,"setresuid":164,"setresuid32":208,"setreuid":70,"setreuid32":203,"setrlimit":75,"setsid":66,"setsockopt":294,"settimeofday":79,"setuid":23,"setuid32":213,"setxattr":226,"setxattrat":463,"shmat":305,"shmctl":308,"shmdt":306,"shmget":307,"shutdown":293,"sigaction":67,"sigaltstack":186,"signalfd":349,"signalfd4":355,"sigpending":73,"sigprocmask":126,"sigreturn":119,"sigsuspend":72,"socket":281,"socketpair":288,"splice":340,"stat":106,"stat64":195,"statfs":99,"statfs64":266,"statmount":457,"statx":397,"swapoff":115,"swapon":87,"symlink":83,"symlinkat":331,"sync":36,"syncfs":373,"sysfs":135,"sysinfo":116,"syslog":103,"tee":342,"tgkill":268,"timer_create":257,"timer_delete":261,"timer_getoverrun":260,"timer_gettime":259,"timer_gettime64":408,"timer_settime":258,"timer_settime64":409,"timerfd_create":350,"timerfd_gettime":354,"timerfd_gettime64":410,"timerfd_settime":353,"timerfd_settime64":411,"times":43,"tkill":238,"truncate":92,"truncate64":193,"ugetrlimit":191,"umask":60,"umount2":52,"uname":122,"unlink":10,"unlinkat":328,"unshare":337,"uselib":86,"userfaultfd":388,"usr26":983043,"usr32":983044,"ustat":62,"utimensat":348,"utimensat_time64":412,"utimes":269,"vfork":190,"vhangup":111,"vmsplice":343,"vserver":313,"wait4":114,"waitid":280,"write":4,"writev":146},"SCMP_ARCH_RISCV64":{"accept":202,"accept4":242,"acct":89,"add_key":217,"adjtimex":171,"bind":200,"bpf":280,"brk":214,"cachestat":451,"capget":90,"capset":91,"chdir":49,"chroot":51,"clock_adjtime":266,"clock_getres":114,"clock_gettime":113,"clock_nanosleep":115,"clock_settime":112,"clone":220,"clone3":435,"close":57,"close_range":436,"connect":203,"copy_file_range":285,"delete_module":106,"dup":23,"dup3":24,"epoll_create1":20,"epoll_ctl":21,"epoll_pwait":22,"epoll_pwait2":441,"eventfd2":19,"execve":221,"execveat":281,"exit":93,"exit_group":94,"faccessat":48,"faccessat2":439,"fadvise64":223,"fallocate":47,"fanotify_init":262,"fanotify_mark":263,"fchdir":50,"fchmod":52,"fchmodat":53,"fchmodat2":452,"fchown":55,"fchownat":54,"fcntl":25,"fdatasync":83,"fgetxattr":10,"finit_module":273,"flistxattr":13,"flock":32,"fremovexattr":16,"fsconfig":431,"fsetxattr":7,"fsmount":432,"fsopen":430,"fspick":433,"fstat":80,"fstatfs":44,"fsync":82,"ftruncate":46,"futex":98,"futex_requeue":456,"futex_wait":455,"futex_waitv":449,"futex_wake":454,"get_mempolicy":236,"get_robust_list":100,"getcpu":168,"getcwd":17,"getdents64":61,"getegid":177,"geteuid":175,"getgid":176,"getgroups":158,"getitimer":102,"getpeername":205,"getpgid":155,"getpid":172,"getppid":173,"getpriority":141,"getrandom":278,"getresgid":150,"getresuid":148,"getrlimit":163,"getrusage":165,"getsid":156,"getsockname":204,"getsockopt":209,"gettid":178,"gettimeofday":169,"getuid":174,"getxattr":8,"getxattrat":464,"init_module":105,"inotify_add_watch":27,"inotify_init1":26,"inotify_rm_watch":28,"io_cancel":3,"io_destroy":1,"io_getevents":4,"io_pgetevents":292,"io_setup":0,"io_submit":2,"io_uring_enter":426,"io_uring_register":427,"io_uring_setup":425,"ioctl":29,"ioprio_get":31,"ioprio_set":30,"kcmp":272,"kexec_file_load":294,"kexec_load":104,"keyctl":219,"kill":129,"landlock_add_rule":445,"landlock_create_ruleset":444,"landlock_restrict_self":446,"lgetxattr":9,"linkat":37,"listen":201,"listmount":458,"listxattr":11,"listxattrat":465,"llistxattr":12,"lookup_dcookie":18,"lremovexattr":15,"lseek":62,"lsetxattr":6,"lsm_get_self_attr":459,"lsm_list_modules":461,"lsm_set_self_attr":460,"madvise":233,"map_shadow_stack":453,"mbind":235,"membarrier":283,"memfd_create":279,"memfd_secret":447,"migrate_pages":238,"mincore":232,"mkdirat":34,"mknodat":33,"mlock":228,"mlock2":284,"mlockall":230,"mmap":222,"mount":40,"mount_setattr":442,"move_mount":429,"move_pages":239,"mprotect":226,"mq_getsetattr":185,"mq_notify":184,"mq_open":180,"mq_timedreceive":183,"mq_timedsend":182,"mq_unlink":181,"mremap":216,"mseal":462,"msgctl":187,"msgget":186,"msgrcv":188,"msgsnd":189,"msync":227,"munlock":229,"munlockall":231,"munmap":215,"name_to_handle_at":264,"nanosleep":101,"newfstatat":79,"nfsservctl":42,"open_by_handle_at":265,"open_tree":428,"openat":56,"openat2":437,"perf_event_open":241,"personality":92,"pidfd_getfd":438,"pidfd_open":434,"pidfd_send_signal":424,"pipe2":59,"pivot_root":41,"pkey_alloc":289,"pkey_free":290,"pkey_mprotect":288,"ppoll":73,"prctl":167,"pread64":67,"preadv":69,"preadv2":286,"prlimit64":261,"process_madvise":440,"process_mrelease":448,"process_vm_readv":270,"process_vm_writev":271,"pselect6":72,"ptrace":117,"pwrite64":68,"pwritev":70,"pwritev2":287,"quotactl":60,"quotactl_fd":443,"read":63,"readahead":213,"readlinkat":78,"readv":65,"reboot":142,"recvfrom":207,"recvmmsg":243,"recvmsg":212,"remap_file_pages":234,"removexattr":14,"removexattrat":466,"renameat2":276,"request_key":218,"restart_syscall":128,"riscv_flush_icache":259,"riscv_hwprobe":258,"rseq":293,"rt_sigaction":134,"rt_sigpending":136,"rt_sigprocmask":135,"rt_sigqueueinfo":138,"rt_sigreturn":139,"rt_sigsuspend":133,"rt_sigtimedwait":137,"rt_tgsigqueueinfo":240,"sched_get_priority_max":125,"sched_get_priority_min":126,"sched_getaffinity":123,"sched_getattr":275,"sched_getparam":121,"sched_getscheduler":120,"sched_rr_get_interval":127,"sched_setaffinity":122,"sched_setattr":274,"sched_setparam":118,"sched_setscheduler":119,"sched_yield":124,"seccomp":277,"semctl":191,"semget":190,"semop":193,"semtimedop":192,"sendfile":71,"sendmmsg":269,"sendmsg":211,"sendto":206,"set_mempolicy":237,"set_mempolicy_home_node":450,"set_robust_list":99,"set_tid_address":96,"setdomainname":162,"setfsgid":152,"setfsuid":151,"setgid":144,"setgroups":159,"sethostname":161,"setitimer":103,"setns":268,"setpgid":154,"setpriority":140,"setregid":143,"setresgid":149,"setresuid":147,"setreuid":145,"setrlimit":164,"setsid":157,"setsockopt":208,"settimeofday":170,"setuid":146,"setxattr":5,"setxattrat":463,"shmat":196,"shmctl":195,"shmdt":197,"shmget":194,"shutdown":210,"sigaltstack":132,"signalfd4":74,"socket":198,"socketpair":199,"splice":76,"statfs":43,"statmount":457,"statx":291,"swapoff":225,"swapon":224,"symlinkat":36,"sync":81,"sync_file_range":84,"syncfs":267,"sysinfo":179,"syslog":116,"tee":77,"tgkill":131,"timer_create":107,"timer_delete":111,"timer_getoverrun":109,"timer_gettime":108,"timer_settime":110,"timerfd_create":85,"timerfd_gettime":87,"timerfd_settime":86,"times":153,"tkill":130,"truncate":45,"umask":166,"umount2":39,"uname":160,"unlinkat":35,"unshare":97,"userfaultfd":282,"utimensat":88,"vhangup":58,"vmsplice":75,"wait4":260,"waitid":95,"write":64,"writev":66},"SCMP_ARCH_PPC64LE":{"_llseek":140,"_newselect":142,"_sysctl":149,"accept":330,"accept4":344,"access":33,"acct":51,"add_key":269,"adjtimex":124,"afs_syscall":137,"alarm":27,"bdflush":134,"bind":327,"bpf":361,"break":17,"brk":45,"cachestat":451,"capget":183,"capset":184,"chdir":12,"chmod":15,"chown":181,"chroot":61,"clock_adjtime":347,"clock_getres":247,"clock_gettime":246,"clock_nanosleep":248,"clock_settime":245,"clone":120,"clone3":435,"close":6,"close_range":436,"connect":328,"copy_file_range":379,"creat":8,"create_module":127,"delete_module":129,"dup":41,"dup2":63,"dup3":316,"epoll_create":236,"epoll_create1":315,"epoll_ctl":237,"epoll_pwait":303,"epoll_pwait2":441,"epoll_wait":238,"eventfd":307,"eventfd2":314,"execve":11,"execveat":362,"exit":1,"exit_group":234,"faccessat":298,"faccessat2":439,"fadvise64":233,"fallocate":309,"fanotify_init":323,"fanotify_mark":324,"fchdir":133,"fchmod":94,"fchmodat":297,"fchmodat2":452,"fchown":95,"fchownat":289,"fcntl":55,"fdatasync":148,"fgetxattr":214,"finit_module":353,"flistxattr":217,"flock":143,"fork":2,"fremovexattr":220,"fsconfig":431,"fsetxattr":211,"fsmount":432,"fsopen":430,"fspick":433,"fstat":108,"fstatfs":100,"fstatfs64":253,"fsync":118,"ftime":35,"ftruncate":93,"futex":221,"futex_requeue":456,"futex_wait":455,"futex_waitv":449,"futex_wake":454,"futimesat":290,"get_kernel_syms":130,"get_mempolicy":260,"get_robust_list":299,"getcpu":302,"getcwd":182,"getdents":141,"getdents64":202,"getegid":50,"geteuid":49,"getgid":47,"getgroups":80,"getitimer":105,"getpeername":332,"getpgid":132,"getpgrp":65,"getpid":20,"getpmsg":187,"getppid":64,"getpriority":96,"getrandom":359,"getresgid":170,"getresuid":165,"getrlimit":76,"getrusage":77,"getsid":147,"getsockname":331,"getsockopt":340,"gettid":207,"gettimeofday":78,"getuid":24,"getxattr":212,"getxattrat":464,"gtty":32,"idle":112,"init_module":128,"inotify_add_watch":276,"inotify_init":275,"inotify_init1":318,"inotify_rm_watch":277,"io_cancel":231,"io_destroy":228,"io_getevents":229,"io_pgetevents":388,"io_setup":227,"io_submit":230,"io_uring_enter":426,"io_uring_register":427,"io_uring_setup":425,"ioctl":54,"ioperm":101,"iopl":110,"ioprio_get":274,"ioprio_set":273,"ipc":117,"kcmp":354,"kexec_file_load":382,"kexec_load":268,"keyctl":271,"kill":37,"landlock_add_rule":445,"landlock_create_ruleset":444,"landlock_restrict_self":446,"lchown":16,"lgetxattr":213,"link":9,"linkat":294,"listen":329,"listmount":458,"listxattr":215,"listxattrat":465,"llistxattr":216,"lock":53,"lookup_dcookie":235,"lremovexattr":219,"lseek":19,"lsetxattr":210,"lsm_get_self_attr":459,"lsm_list_modules":461,"lsm_set_self_attr":460,"lstat":107,"madvise":205,"map_shadow_stack":453,"mbind":259,"membarrier":365,"memfd_create":360,"migrate_pages":258,"mincore":206,"mkdir":39,"mkdirat":287,"mknod":14,"mknodat":288,"mlock":150,"mlock2":378,"mlockall":152,"mmap":90,"modify_ldt":123,"mount":21,"mount_setattr":442,"move_mount":429,"move_pages":301,"mprotect":125,"mpx":56,"mq_getsetattr":267,"mq_notify":266,"mq_open":262,"mq_timedreceive":265,"mq_timedsend":264,"mq_unlink":263,"mremap":163,"mseal":462,"msgctl":402,"msgget":399,"msgrcv":401,"msgsnd":400,"msync":144,"multiplexer":201,"munlock":151,"munlockall":153,"munmap":91,"name_to_handle_at":345,"nanosleep":162,"newfstatat":291,"nfsservctl":168,"nice":34,"oldfstat":28,"oldlstat":84,"oldolduname":59,"oldstat":18,"olduname":109,"open":5,"open_by_handle_at":346,"open_tree":428,"openat":286,"openat2":437,"pause":29,"pciconfig_iobase":200,"pciconfig_read":198,"pciconfig_write":199,"perf_event_open":319,"personality":136,"pidfd_getfd":438,"pidfd_open":434,"pidfd_send_signal":424,"pipe":42,"pipe2":317,"pivot_root":203,"pkey_alloc":384,"pkey_free":385,"pkey_mprotect":386,"poll":167,"ppoll":281,"prctl":171,"pread64":179,"preadv":320,"preadv2":380,"prlimit64":325,"process_madvise":440,"process_mrelease":448,"process_vm_readv":351,"process_vm_writev":352,"prof":44,"profil":98,"pselect6":280,"ptrace":26,"putpmsg":188,"pwrite64":180,"pwritev":321,"pwritev2":381,"query_module":166,"quotactl":131,"quotactl_fd":443,"read":3,"readahead":191,"readdir":89,"readlink":85,"readlinkat":296,"readv":145,"reboot":88,"recv":336,"recvfrom":337,"recvmmsg":343,"recvmsg":342,"remap_file_pages":239,"removexattr":218,"removexattrat":466,"rename":38,"renameat":293,"renameat2":357,"request_key":270,"restart_syscall":0,"rmdir":40,"rseq":387,"rt_sigaction":173,"rt_sigpending":175,"rt_sigprocmask":174,"rt_sigqueueinfo":177,"rt_sigreturn":172,"rt_sigsuspend":178,"rt_sigtimedwait":176,"rt_tgsigqueueinfo":322,"rtas":255,"sched_get_priority_max":159,"sched_get_priority_min":160,"sched_getaffinity":223,"sched_getattr":356,"sched_getparam":155,"sched_getscheduler":157,"sched_rr_get_interval":161,"sched_setaffinity":222,"sched_setattr":355,"sched_setparam":154,"sched_setscheduler":156,"sched_yield":158,"seccomp":358,"select":82,"semctl":394,"semget":393,"semtimedop":392,"send":334,"sendfile":186,"sendmmsg":349,"sendmsg":341,"sendto":335,"set_mempolicy":261,"set_mempolicy_home_node":450,"set_robust_list":300,"set_tid_address":232,"setdomainname":121,"setfsgid":139,"setfsuid":138,"setgid":46,"setgroups":81,"sethostname":74,"setitimer":104,"setns":350,"setpgid":57,"setpriority":97,"setregid":71,"setresgid":169,"setresuid":164,"setreuid":70,"setrlimit":75,"setsid":66,"setsockopt":339,"settimeofday":79,"setuid":23,"setxattr":209,"setxattrat":463,"sgetmask":68,"shmat":397,"shmctl":396,"shmdt":398,"shmget":395,"shutdown":338,"sigaction":67,"sigaltstack":185,"signal":48,"signalfd":305,"signalfd4":313,"sigpending":73,"sigprocmask":126,"sigreturn":119,"sigsuspend":72,"socket":326,"socketcall":102,"socketpair":333,"splice":283,"spu_create":279,"spu_run":278,"ssetmask":69,"stat":106,"statfs":99,"statfs64":252,"statmount":457,"statx":383,"stime":25,"stty":31,"subpage_prot":310,"swapcontext":249,"swapoff":115,"swapon":87,"switch_endian":363,"symlink":83,"symlinkat":295,"sync":36,"sync_file_range2":308,"syncfs":348,"sys_debug_setcontext":256,"sysfs":135,"sysinfo":116,"syslog":103,"tee":284,"tgkill":250,"time":13,"timer_create":240,"timer_delete":244,"timer_getoverrun":243,"timer_gettime":242,"timer_settime":241,"timerfd_create":306,"timerfd_gettime":312,"timerfd_settime":311,"times":43,"tkill":208,"truncate":92,"tuxcall":225,"ugetrlimit":190,"ulimit":58,"umask":60,"umount":22,"umount2":52,"uname":122,"unlink":10,"unlinkat":292,"unshare":282,"uselib":86,"userfaultfd":364,"ustat":62,"utime":30,"utimensat":304,"utimes":251,"vfork":189,"vhangup":111,"vm86":113,"vmsplice":285,"wait4":114,"waitid":272,"waitpid":7,"write":4,"writev":146},"SCMP_ARCH_S390X":{"_sysctl":149,"accept4":364,"access":33,"acct":51,"add_key":278,"adjtimex":124,"afs_syscall":137,"alarm":27,"bdflush":134,"bind":361,"bpf":351,"brk":45,"cachestat":451,"capget":184,"capset":185,"chdir":12,"chmod":15,"chown":212,"chroot":61,"clock_adjtime":337,"clock_getres":261,"clock_gettime":260,"clock_nanosleep":262,"clock_settime":259,"clone":120,"clone3":435,"close":6,"close_range":436,"connect":362,"copy_file_range":375,"creat":8,"create_module":127,"delete_module":129,"dup":41,"dup2":63,"dup3":326,"epoll_create":249,"epoll_create1":327,"epoll_ctl":250,"epoll_pwait":312,"epoll_pwait2":441,"epoll_wait":251,"eventfd":318,"eventfd2":323,"execve":11,"execveat":354,"exit":1,"exit_group":248,"faccessat":300,"faccessat2":439,"fadvise64":253,"fallocate":314,"fanotify_init":332,"fanotify_mark":333,"fchdir":133,"fchmod":94,"fchmodat":299,"fchmodat2":452,"fchown":207,"fchownat":291,"fcntl":55,"fdatasync":148,"fgetxattr":229,"finit_module":344,"flistxattr":232,"flock":143,"fork":2,"fremovexattr":235,"fsconfig":431,"fsetxattr":226,"fsmount":432,"fsopen":430,"fspick":433,"fstat":108,"fstatfs":100,"fstatfs64":266,"fsync":118,"ftruncate":93,"futex":238,"futex_requeue":456,"futex_wait":455,"futex_waitv":449,"futex_wake":454,"futimesat":292,"get_kernel_syms":130,"get_mempolicy":269,"get_robust_list":305,"getcpu":311,"getcwd":183,"getdents":141,"getdents64":220,"getegid":202,"geteuid":201,"getgid":200,"getgroups":205,"getitimer":105,"getpeername":368,"getpgid":132,"getpgrp":65,"getpid":20,"getpmsg":188,"getppid":64,"getpriority":96,"getrandom":349,"getresgid":211,"getresuid":209,"getrlimit":191,"getrusage":77,"getsid":147,"getsockname":367,"getsockopt":365,"gettid":236,"gettimeofday":78,"getuid":199,"getxattr":227,"getxattrat":464,"idle":112,"init_module":128,"inotify_add_watch":285,"inotify_init":284,"inotify_init1":324,"inotify_rm_watch":286,"io_cancel":247,"io_destroy":244,"io_getevents":245,"io_pgetevents":382,"io_setup":243,"io_submit":246,"io_uring_enter":426,"io_uring_register":427,"io_uring_setup":425,"ioctl":54,"ioprio_get":283,"ioprio_set":282,"ipc":117,"kcmp":343,"kexec_file_load":381,"kexec_load":277,"keyctl":280,"kill":37,"landlock_add_rule":445,"landlock_create_ruleset":444,"landlock_restrict_self":446,"lchown":198,"lgetxattr":228,"link":9,"linkat":296,"listen":363,"listmount":458,"listxattr":230,"listxattrat":465,"llistxattr":231,"lookup_dcookie":110,"lremovexattr":234,"lseek":19,"lsetxattr":225,"lsm_get_self_attr":459,"lsm_list_modules":461,"lsm_set_self_attr":460,"lstat":107,"madvise":219,"map_shadow_stack":453,"mbind":268,"membarrier":356,"memfd_create":350,"memfd_secret":447,"migrate_pages":287,"mincore":218,"mkdir":39,"mkdirat":289,"mknod":14,"mknodat":290,"mlock":150,"mlock2":374,"mlockall":152,"mmap":90,"mount":21,"mount_setattr":442,"move_mount":429,"move_pages":310,"mprotect":125,"mq_getsetattr":276,"mq_notify":275,"mq_open":271,"mq_timedreceive":274,"mq_timedsend":273,"mq_unlink":272,"mremap":163,"mseal":462,"msgctl":402,"msgget":399,"msgrcv":401,"msgsnd":400,"msync":144,"munlock":151,"munlockall":153,"munmap":91,"name_to_handle_at":335,"nanosleep":162,"newfstatat":293,"nfsservctl":169,"nice":34,"open":5,"open_by_handle_at":336,"open_tree":428,"openat":288,"openat2":437,"pause":29,"perf_event_open":331,"personality":136,"pidfd_getfd":438,"pidfd_open":434,"pidfd_send_signal":424,"pipe":42,"pipe2":325,"pivot_root":217,"pkey_alloc":385,"pkey_free":386,"pkey_mprotect":384,"poll":168,"ppoll":302,"prctl":172,"pread64":180,"preadv":328,"preadv2":376,"prlimit64":334,"process_madvise":440,"process_mrelease":448,"process_vm_readv":340,"process_vm_writev":341,"pselect6":301,"ptrace":26,"putpmsg":189,"pwrite64":181,"pwritev":329,"pwritev2":377,"query_module":167,"quotactl":131,"quotactl_fd":443,"read":3,"readahead":222,"readdir":89,"readlink":85,"readlinkat":298,"readv":145,"reboot":88,"recvfrom":371,"recvmmsg":357,"recvmsg":372,"remap_file_pages":267,"removexattr":233,"removexattrat":466,"rename":38,"renameat":295,"renameat2":347,"request_key":279,"restart_syscall":7,"rmdir":40,"rseq":383,"rt_sigaction":174,"rt_sigpending":176,"rt_sigprocmask":175,"rt_sigqueueinfo":178,"rt_sigreturn":173,"rt_sigsuspend":179,"rt_sigtimedwait":177,"rt_tgsigqueueinfo":330,"s390_guarded_storage":378,"s390_pci_mmio_read":353,"s390_pci_mmio_write":352,"s390_runtime_instr":342,"s390_sthyi":380,"sched_get_priority_max":159,"sched_get_priority_min":160,"sched_getaffinity":240,"sched_getattr":346,"sched_getparam":155,"sched_getscheduler":157,"sched_rr_get_interval":161,"sched_setaffinity":239,"sched_setattr":345,"sched_setparam":154,"sched_setscheduler":156,"sched_yield":158,"seccomp":348,"select":142,"semctl":394,"semget":393,"semtimedop":392,"sendfile":187,"sendmmsg":358,"sendmsg":370,"sendto":369,"set_mempolicy":270,"set_mempolicy_home_node":450,"set_robust_list":304,"set_tid_address":252,"setdomainname":121,"setfsgid":216,"setfsuid":215,"setgid":214,"setgroups":206,"sethostname":74,"setitimer":104,"setns":339,"setpgid":57,"setpriority":97,"setregid":204,"setresgid":210,"setresuid":208,"setreuid":203,"setrlimit":75,"setsid":66,"setsockopt":366,"settimeofday":79,"setuid":213,"setxattr":224,"setxattrat":463,"shmat":397,"shmctl":396,"shmdt":398,"shmget":395,"shutdown":373,"sigaction":67,"sigaltstack":186,"signal":48,"signalfd":316,"signalfd4":322,"sigpending":73,"sigprocmask":126,"sigreturn":119,"sigsuspend":72,"socket":359,"socketcall":102,"socketpair":360,"splice":306,"stat":106,"statfs":99,"statfs64":265,"statmount":457,"statx":379,"swapoff":115,"swapon":87,"symlink":83,"symlinkat":297,"sync":36,"sync_file_range":307,"syncfs":338,"sysfs":135,"sysinfo":116,"syslog":103,"tee":308,"tgkill":241,"timer_create":254,"timer_delete":258,"timer_getoverrun":257,"timer_gettime":256,"timer_settime":255,"timerfd":317,"timerfd_create":319,"timerfd_gettime":321,"timerfd_settime":320,"times":43,"tkill":237,"truncate":92,"umask":60,"umount":22,"umount2":52,"uname":122,"unlink":10,"unlinkat":294,"unshare":303,"uselib":86,"userfaultfd":355,"ustat":62,"utime":30,"utimensat":315,"utimes":313,"vfork":190,"vhangup":111,"vmsplice":309,"wait4":114,"waitid":281,"write":4,"writev":146}}');
;// CONCATENATED MODULE: ./src/syscalls/numbers.ts

const TABLES = numbers_namespaceObject;
/**
 * The system calls of an architecture and their numbers; empty for an
 * architecture that the tables do not have.
 */
function syscallNumbers(architecture) {
    const table = TABLES[architecture];
    return typeof table === 'object' ? table : {};
}
/** The reverse: names by number. */
function syscallsByNumber(architecture) {
    const known = byNumber.get(architecture);
    if (known !== undefined)
        return known;
    const names = new Map(Object.entries(syscallNumbers(architecture)).map(([name, n]) => [n, name]));
    byNumber.set(architecture, names);
    return names;
}
const byNumber = new Map();
/** The system calls of all architectures in the tables, sorted. */
function syscallNames() {
    return (names ??= new Set(Object.values(TABLES)
        .flatMap(table => (typeof table === 'object' ? Object.keys(table) : []))
        .sort()));
}
let names;
/** Whether a number is of the x32 ABI (asm/unistd.h, __X32_SYSCALL_BIT). */
function isX32(number) {
    return number > 0 && (number & 0x4000_0000) !== 0;
}


/***/ }),

/***/ 1789:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E2: () => (/* binding */ MAX_LENGTH),
/* harmony export */   IB: () => (/* binding */ formatJson),
/* harmony export */   Ld: () => (/* binding */ formatPosition),
/* harmony export */   WP: () => (/* binding */ JsonNumber),
/* harmony export */   j4: () => (/* binding */ shortJson),
/* harmony export */   jV: () => (/* binding */ formatPath),
/* harmony export */   qF: () => (/* binding */ parseJson)
/* harmony export */ });
/* unused harmony export positionAt */
/* harmony import */ var _humanwhocodes_momoa__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3162);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3916);


/** Deeper than any real profile, and far from the limit of a parser's stack. */
const MAX_DEPTH = 64;
/**
 * In characters. Docker's longest default had 29,000; the parser's memory is at
 * most about 300 times the length (130 MB for twice this limit, measured).
 */
const MAX_LENGTH = 256 * 1024;
/** Longer integers than any that a profile's fields can hold stay text. */
const MAX_DIGITS = 40;
/**
 * Reads JSON text. Integers that a double cannot hold come back as bigints, and
 * numbers that would be written differently come back as text.
 *
 * @param file the name to put into errors
 * @throws UserError with line and column if the text is not JSON, a key occurs
 *   twice, it is nested more than 64 deep, or it is longer than a quarter of a
 *   million characters
 */
function parseJson(text, file) {
    refuseLength(text, file);
    refuseDepth(text, file);
    refuseBadSyntax(text, file);
    const root = (0,_humanwhocodes_momoa__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(text, { mode: 'json' }).body;
    return {
        value: toValue(root, { text, file, path: [] }),
        positionOf: (path, part = 'value') => positionAt(text, nodeAt(root, path, part).loc.start.offset)
    };
}
/** `file:line:column`, as compilers and editors write a place. */
function formatPosition(file, at) {
    return `${file}:${at.line}:${at.column}`;
}
/** `syscalls[3].names`, as people write a path into JSON. */
function formatPath(path) {
    if (path.length === 0)
        return 'the profile';
    return path
        .map((key, i) => {
        if (typeof key === 'number')
            return `[${key}]`;
        if (!/^[\w$-]{1,60}$/.test(key))
            return `[${shortJson(key)}]`;
        return i === 0 ? key : `.${key}`;
    })
        .join('');
}
/**
 * The position of the character at an offset; past the end, that of the end.
 */
function positionAt(text, offset) {
    const before = text.slice(0, offset);
    const line = before.split('\n').length;
    return { line, column: before.length - before.lastIndexOf('\n') };
}
function refuseLength(text, file) {
    if (text.length <= MAX_LENGTH)
        return;
    const at = formatPosition(file, positionAt(text, MAX_LENGTH));
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${at}: longer than ${MAX_LENGTH} characters: it has ${text.length}`, { code: 'profile', hint: 'No seccomp profile needs that: repair the file.' });
}
/**
 * JSON.parse decides, because momoa is laxer: it accepts raw control characters
 * inside strings, which Go's decoder refuses. If JSON.parse does not say where
 * the fault is, momoa does.
 */
function refuseBadSyntax(text, file) {
    if (text.startsWith('\ufeff')) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${formatPosition(file, { line: 1, column: 1 })}: not JSON: it starts with a byte order mark, which engines refuse; expected "{"`, {
            code: 'profile',
            hint: 'Save the file as UTF-8 without a byte order mark.'
        });
    }
    try {
        JSON.parse(text);
    }
    catch (error) {
        const at = faultPosition(text, (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error));
        const found = text.split('\n')[at.line - 1]?.[at.column - 1];
        const what = text.trim() === ''
            ? 'it is empty'
            : found === undefined
                ? 'it ends too early'
                : `unexpected ${shortJson(found)}`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${formatPosition(file, at)}: not JSON: ${what}`, {
            code: 'profile',
            hint: 'Repair the file, or delete it to get a new one.',
            cause: error
        });
    }
}
function faultPosition(text, reason) {
    // Only at the end: before that, the reason quotes from the text.
    const offset = /at position (\d+)(?: \([^)]*\))?$/.exec(reason)?.[1];
    if (offset !== undefined)
        return positionAt(text, Number(offset));
    try {
        if (!reason.endsWith('end of JSON input'))
            (0,_humanwhocodes_momoa__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(text, { mode: 'json' });
    }
    catch (error) {
        // Not its line number: it also ends a line at a lone carriage return.
        if (error instanceof Error && 'offset' in error) {
            return positionAt(text, Number(error.offset));
        }
    }
    return positionAt(text, text.length);
}
function refuseDepth(text, file) {
    let depth = 0;
    let inString = false;
    for (let i = 0; i < text.length; i++) {
        const c = text[i];
        if (inString) {
            if (c === '\\')
                i++;
            else if (c === '"')
                inString = false;
        }
        else if (c === '"')
            inString = true;
        else if (c === '[' || c === '{')
            depth++;
        else if (c === ']' || c === '}')
            depth--;
        if (depth > MAX_DEPTH) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${formatPosition(file, positionAt(text, i))}: nested more than ${MAX_DEPTH} deep`, {
                code: 'profile',
                hint: 'No seccomp profile needs that: repair the file.'
            });
        }
    }
}
function toValue(node, reading) {
    switch (node.type) {
        case 'Object': {
            const { text, file, path } = reading;
            const object = {};
            for (const { name, value } of node.members) {
                const key = name.type === 'String' ? name.value : name.name;
                path.push(key);
                if (Object.hasOwn(object, key)) {
                    const at = formatPosition(file, positionAt(text, name.loc.start.offset));
                    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${at}: ${formatPath(path)}: the key ${shortJson(key)} occurs twice; expected it once`, { code: 'profile', hint: 'Keep one of the two.' });
                }
                // With defineProperty, because assigning to `__proto__` does not make a
                // key.
                Object.defineProperty(object, key, {
                    value: toValue(value, reading),
                    enumerable: true,
                    configurable: true,
                    writable: true
                });
                path.pop();
            }
            return object;
        }
        case 'Array':
            return node.elements.map(({ value }, i) => {
                reading.path.push(i);
                const item = toValue(value, reading);
                reading.path.pop();
                return item;
            });
        case 'Number': {
            const { start, end } = node.loc;
            return toNumber(reading.text.slice(start.offset, end.offset));
        }
        case 'String':
        case 'Boolean':
            return node.value;
        case 'Null':
            return null;
        case 'NaN':
        case 'Infinity':
            throw new Error(`JSON has no ${node.type}`);
    }
}
function toNumber(raw) {
    const number = Number(raw);
    if (String(number) === raw) {
        const isExact = !Number.isInteger(number) || Number.isSafeInteger(number);
        if (isExact || !/^-?\d+$/.test(raw))
            return number;
    }
    const isInteger = /^-?[1-9]\d*$/.test(raw) && raw.length <= MAX_DIGITS;
    return isInteger ? BigInt(raw) : new JsonNumber(raw);
}
function nodeAt(root, path, part) {
    let node = root;
    for (const [depth, key] of path.entries()) {
        const member = node.type === 'Array'
            ? node.elements[Number(key)]
            : node.type === 'Object'
                ? node.members.find(({ name: n }) => (n.type === 'String' ? n.value : n.name) === key)
                : undefined;
        if (member === undefined)
            return node;
        const isLast = depth === path.length - 1;
        if (part === 'key' && isLast && member.type === 'Member')
            return member.name;
        node = member.value;
    }
    return node;
}
/**
 * JSON on one line, for an error message: at most 60 characters of it, with
 * invisible characters and line breaks escaped.
 */
function shortJson(value) {
    const text = JSON.stringify(value, (_, v) => typeof v === 'bigint' ? String(v) : v instanceof JsonNumber ? v.text : v);
    const short = text.length > 60 ? `${text.slice(0, 57)}...` : text;
    return short.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
/**
 * Writes JSON with two spaces, one element per line, and bigints as integers.
 */
function formatJson(value, indent = '') {
    const inner = `${indent}  `;
    if (Array.isArray(value)) {
        if (value.length === 0)
            return '[]';
        const items = value.map(v => inner + formatJson(v, inner));
        return `[\n${items.join(',\n')}\n${indent}]`;
    }
    if (value instanceof JsonNumber)
        return value.text;
    if (typeof value === 'object' && value !== null) {
        const members = Object.entries(value).map(([k, v]) => `${inner}${JSON.stringify(k)}: ${formatJson(v, inner)}`);
        if (members.length === 0)
            return '{}';
        return `{\n${members.join(',\n')}\n${indent}}`;
    }
    return typeof value === 'bigint' ? value.toString() : JSON.stringify(value);
}
/**
 * A number that neither a double nor a bigint would write as it is in the file:
 * `1e400`, `1.50`, `-0`. It is kept as its text.
 */
class JsonNumber {
    text;
    constructor(text) {
        this.text = text;
    }
}


/***/ }),

/***/ 6590:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $i: () => (/* binding */ isPlain),
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   MZ: () => (/* binding */ codeCell),
/* harmony export */   OF: () => (/* binding */ fenced),
/* harmony export */   SS: () => (/* binding */ codeSpan),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   vI: () => (/* binding */ shortened)
/* harmony export */ });
/** Longer than any system call's name or setting; the rest is not shown. */
const MAX = 200;
/**
 * A text that others may have chosen, as a Markdown code span: GitHub turns
 * nothing in it into a mention, link, image or HTML.
 */
function codeSpan(text) {
    const line = shortened(oneLine(text), MAX);
    const fence = '`'.repeat(longestRun(line) + 1);
    const pad = /^`|`$|^ .* $/.test(line) || line === '' ? ' ' : '';
    return `${fence}${pad}${line}${pad}${fence}`;
}
/** The same for a cell of a table, where a bare `|` would end the cell. */
function codeCell(text) {
    return codeSpan(text).replaceAll('|', '\\|');
}
/** The length of the longest run of backticks; a text can have very many. */
const longestRun = (text) => (text.match(/`+/g) ?? []).reduce((max, run) => Math.max(max, run.length), 0);
/** A text on one line, with no invisible characters. */
const oneLine = (text) => text.replace(UNFIT_IN_LINE, '\ufffd');
/** At most `max` UTF-16 units of a text, without half a character. */
function shortened(text, max) {
    const short = text.length > max ? `${text.slice(0, max)}…` : text;
    return short.toWellFormed();
}
/**
 * A sentence that may contain others' words. Its code spans stay, and every
 * word that could be more than plain text becomes one.
 *
 * @param span for a line, or for a table's cell
 */
function prose(sentence, span = codeSpan) {
    return shortened(oneLine(sentence), MAX_SENTENCE).replace(TOKEN, (token, _, at) => {
        const [, open = '', word = '', close = ''] = AROUND.exec(token) ?? [];
        if (word === '')
            return token;
        const isItem = at === 0 && /^\d+[.)]$/.test(token);
        if (isHarmless(word) && !isItem) {
            const text = word.replace(CODE, code => span(readSpan(code)));
            return `${open}${text}${close}`;
        }
        const [, all = '', end = ''] = ENDED.exec(token) ?? [];
        return open === '' ? `${span(all)}${end}` : `${open}${span(word)}${close}`;
    });
}
/** Longer than any sentence of ours. */
const MAX_SENTENCE = 10_000;
/** A code span: CommonMark 0.31, section 6.1. */
const CODE = /(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g;
/** A part between spaces; spaces within a code span do not count. */
const TOKEN = new RegExp(`(?:${CODE.source}|[^ ])+`, 'g');
/** Punctuation around a word in a sentence, which is never markup. */
const AROUND = /^(["'(]{0,2})(.*?)([)"',.;:?!]{0,4})$/;
const ENDED = /^(.*?)([,.;:?!]{0,4})$/;
/**
 * Whether CommonMark and GitHub take a word for plain text, apart from its code
 * spans: without markup, and not a mention, an address, an issue's number or a
 * commit's ID.
 */
function isHarmless(word) {
    const [spans, none] = [word.replace(CODE, 'x'), word.replace(CODE, ' ')];
    if (word === '->')
        return true;
    return (/^[a-z0-9]+(?:[-.'_(+/][a-z0-9]+)*$/i.test(spans) &&
        !/\bwww\.|[a-z]-\d|\b[0-9a-f]{7,}\b/i.test(none));
}
/** A code span's text. */
function readSpan(code) {
    const inside = code.replace(/^`+|`+$/g, '');
    const isPadded = /^ .* $/.test(inside) && inside.trim() !== '';
    return isPadded ? inside.slice(1, -1) : inside;
}
/** Text of several lines that others may have chosen, as a code block. */
function fenced(text, language = 'text') {
    const clean = text
        .replace(/\r\n?/g, '\n')
        .replace(UNFIT, '\ufffd')
        .toWellFormed();
    const fence = '`'.repeat(Math.max(2, longestRun(clean)) + 1);
    return `${fence}${language}\n${clean}\n${fence}`;
}
/**
 * Control characters, line separators, and characters that change the direction
 * of writing, which would make this text and its neighbours look different.
 */
const UNFIT_IN_LINE = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;
/** The same, except for tabs and line ends. */
const UNFIT = /(?![\t\n])[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;
/**
 * Whether a page can carry a text of several lines unchanged and show it as it
 * is. U+FFFD stands for bytes that were already lost.
 */
function isPlain(text) {
    return (text.search(UNFIT) < 0 && !text.includes('\ufffd') && text.isWellFormed());
}


/***/ }),

/***/ 2781:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ parseShellWords)
/* harmony export */ });
/* harmony import */ var shlex__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5637);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3916);


/**
 * Splits one line into words as a shell would; nothing in them is expanded.
 *
 * @param input the name of the input that the line is from
 * @param otherwise how to write what needs a shell, for the hint
 * @throws UserError if a quote is not closed, there is no word, or one is a
 *   shell operator
 */
function parseShellWords(input, line, otherwise) {
    let words;
    try {
        words = (0,shlex__WEBPACK_IMPORTED_MODULE_0__/* .split */ .lD)(line);
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`input ${input}: a quote is not closed in ${JSON.stringify(line)}`, { code: 'input', hint: `Close the quote, or ${otherwise}.`, cause });
    }
    if (!words[0]) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`input ${input}: contains no command`, {
            code: 'input',
            hint: `Set \`${input}\` in the workflow step.`
        });
    }
    const unquoted = new Set(line.split(/\s+/));
    const operator = words.find(word => SHELL_OPERATORS.has(word) && unquoted.has(word));
    if (operator !== undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`input ${input}: ${JSON.stringify(operator)} needs a shell, and a single line runs without one`, { code: 'input', hint: `To use a shell, ${otherwise}.` });
    }
    return words;
}
const SHELL_OPERATORS = new Set('&& || | ; & > >> < << 2> 2>&1 >& |& ( )'.split(' '));


/***/ }),

/***/ 6811:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ assess),
  V: () => (/* binding */ machineOf)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/floor/floor.ts
var floor_floor = __webpack_require__(528);
// EXTERNAL MODULE: ./src/profile/compare/diff.ts
var diff = __webpack_require__(4718);
// EXTERNAL MODULE: ./src/profile/filter/load.ts + 1 modules
var load = __webpack_require__(5881);
// EXTERNAL MODULE: ./src/profile/filter/machines.ts
var machines = __webpack_require__(5324);
// EXTERNAL MODULE: ./src/profile/treatment.ts
var treatment = __webpack_require__(6389);
// EXTERNAL MODULE: ./src/syscalls/numbers.ts + 1 modules
var numbers = __webpack_require__(3952);
;// CONCATENATED MODULE: ./src/profile/unknown-names.ts

/**
 * The names in a profile's rules that are not a system call of any
 * architecture, each once, in file order: misspelt, or newer than the tables.
 * Engines ignore them, so a misspelt rule does nothing.
 */
function unknownNames(profile) {
    const known = (0,numbers/* syscallNames */.EE)();
    const names = profile.syscalls.flatMap(rule => rule.names);
    return [...new Set(names)].filter(name => !known.has(name));
}

// EXTERNAL MODULE: ./src/recorders/known.ts + 4 modules
var known = __webpack_require__(1299);
;// CONCATENATED MODULE: ./src/verdict/maker.ts
/** Who made a call, by name, on whatever architecture. */
function makerOf(name, makers) {
    const { calls, runs, replay, portable, forStart, byPolicy, kept } = makers;
    const made = calls.filter(call => call.name === name);
    if (made.length > 0) {
        return {
            by: made.every(({ origin }) => origin === 'runtime')
                ? 'runtime'
                : 'tests',
            programs: made.flatMap(({ programs }) => programs),
            runs: Math.max(...made.map(call => call.runs)),
            of: runs
        };
    }
    if (replay.forOthers.some(call => call.name === name)) {
        return { by: 'other runtime' };
    }
    const healed = replay.healed.filter(call => call.name === name);
    if (healed.length > 0) {
        const programs = healed.flatMap(({ programs }) => programs);
        return { by: 'replay', programs };
    }
    const call = portable.find(other => other.name === name);
    if (call)
        return { by: 'portability', call };
    if (forStart.has(name))
        return { by: 'any container' };
    const line = byPolicy.get(name);
    if (line !== undefined)
        return { by: 'policy', line };
    return { by: kept.includes(name) ? 'kept' : 'nobody' };
}

// EXTERNAL MODULE: ./src/verdict/review.ts + 8 modules
var review = __webpack_require__(7698);
// EXTERNAL MODULE: ./src/verdict/verdict.ts
var verdict = __webpack_require__(1396);
;// CONCATENATED MODULE: ./src/verdict/assess.ts












/** Compares the candidate with the committed profile, by the user's policy. */
function assess(run) {
    const { inputs, committed, candidate, recorded, replay, united } = run;
    const diff = diffOf(run);
    const isReport = inputs.removals === 'report';
    const review = reviewOfRun(run, diff);
    return {
        judgement: (0,verdict/* judge */.S4)({
            diff,
            opensArchitecture: review.findings.some(opensArchitecture),
            isFirst: committed === undefined,
            failOn: inputs.failOn,
            unnamed: review.unnamed.length,
            denied: candidate.denied,
            hasFailed: replay.result === 'failed'
        }),
        diff,
        review,
        isDenyList: (0,treatment/* isDenyList */.z2)(candidate.profile),
        profile: fileOf(inputs),
        leftOut: candidate.leftOut,
        byPolicy: candidate.byPolicy,
        governed: candidate.governed,
        unseen: isReport ? candidate.kept : [],
        pending: isReport ? [] : run.pending,
        replay,
        unknown: committed ? unknownNames(committed) : [],
        drift: diff.added.filter(name => isDrift(name, united, recorded)),
        portable: candidate.portable,
        ...recordingOf(run)
    };
}
/** The profile's path within the workspace. */
function fileOf({ workspace, profile }) {
    return external_node_path_default().relative(workspace, profile);
}
/** How the candidate differs from the committed profile. */
function diffOf(run) {
    const { inputs, committed, candidate, engine, recorded } = run;
    const machines = machinesFor(committed, candidate, {
        architecture: engine.architecture,
        capabilities: recorded.capabilities
    });
    return withoutDenied(compare(committed, candidate, machines, fileOf(inputs)), candidate);
}
/** What the run knows of the change. */
function reviewOfRun(run, diff) {
    const { inputs, committed, candidate, engine, recorded, replay } = run;
    const { calls, runs } = recordingOf(run);
    const { portable, forStart, byPolicy, kept } = candidate;
    const makers = { calls, runs, replay, portable, forStart, byPolicy, kept };
    return (0,review/* reviewOf */.Q)({
        change: run.change,
        file: committed,
        candidate: candidate.profile,
        needed: diff,
        engineDefault: run.engineDefault,
        architecture: engine.architecture,
        capabilities: recorded.capabilities,
        acceptance: inputs.accepted,
        policy: inputs.policy,
        makerOf: name => makerOf(name, makers)
    });
}
const opensArchitecture = ({ comparison, effect, subject }) => comparison === 'needed' &&
    effect === 'opens' &&
    subject.kind === 'setting' &&
    subject.name.startsWith('architecture: ');
/** What the recordings show, and what they leave open. */
function recordingOf({ inputs, recorded, united, engine }) {
    const { floor, doubts } = recorded;
    return {
        calls: united.calls.map(call => ({
            ...call,
            origin: (0,floor_floor/* originOf */.yv)(call, floor)
        })),
        runs: united.runs,
        refused: united.denied,
        recordUnder: inputs.recordUnder,
        doubts: [...doubts, ...unnamed(united)],
        blind: united.blind,
        provenance: provenanceOf(recorded, engine),
        image: recorded.image,
        machine: machineOf(engine)
    };
}
/**
 * Whether the runtime makes a new call by itself, and the tests do not.
 */
function isDrift(name, { calls }, { floor }) {
    const made = calls.filter(call => call.name === name);
    return ((floor?.names.includes(name) ?? false) &&
        made.length > 0 &&
        made.every(call => (0,floor_floor/* originOf */.yv)(call, floor) === 'runtime'));
}
/** A number without a known name cannot be written to a profile. */
function unnamed({ calls }) {
    const numbers = calls.map(({ name }) => name).filter(n => n.startsWith('#'));
    if (numbers.length === 0)
        return [];
    return [
        `The tests made calls whose numbers have no known name, so the profile does not allow them: ${numbers.map(n => n.slice(1)).join(', ')}.`
    ];
}
function provenanceOf({ recorder, checkedBy }, engine) {
    const check = checkedBy ? `, checked by ${known/* ABOUT */.O[checkedBy].called}` : '';
    return `Recorded with ${known/* ABOUT */.O[recorder].called}${check}, under ${machineOf(engine)}, ${engine.architecture}.`;
}
/** The versions that a container ran under. */
const machineOf = ({ version, runtime, kernel }) => `podman ${version}, ${runtime}, kernel ${kernel}`;
/**
 * The machine that the tests ran on, and the others that the profiles mention,
 * if the committed profile can be loaded there.
 */
function machinesFor(committed, { profile }, own) {
    const profiles = [...(committed ? [committed] : []), profile];
    const others = new Set(profiles.flatMap(machines/* nativesOf */.Cn));
    others.delete(own.architecture);
    return [
        own,
        ...[...others]
            .map(architecture => ({ ...own, architecture }))
            .filter(machine => (0,load/* loads */.qV)(committed ?? profile, machine))
    ];
}
/** @throws UserError if no runtime can load the new profile */
function compare(committed, candidate, machines, file) {
    try {
        return (0,diff/* diffProfiles */.Uj)(committed, candidate.profile, machines);
    }
    catch (error) {
        if (!(error instanceof load/* RefusedProfile */.S8))
            throw error;
        throw new errors/* UserError */.yo(`the new ${file} could not be loaded: ${error.message}`, {
            code: 'profile',
            cause: error,
            hint: `It was not written. Its managed rules conflict with your own: change your rules for the call, or the architectures in ${file}.`
        });
    }
}
/** A needed but denied call stays in the file, which is not written. */
function withoutDenied(diff, { denied }) {
    const names = new Set(denied.map(({ name }) => name));
    return { ...diff, removed: diff.removed.filter(name => !names.has(name)) };
}


/***/ }),

/***/ 7120:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F$: () => (/* binding */ isDangerous),
/* harmony export */   FZ: () => (/* binding */ narrowGroupsOf),
/* harmony export */   J2: () => (/* binding */ dangerOfSubject),
/* harmony export */   Qo: () => (/* binding */ isPortable),
/* harmony export */   d7: () => (/* binding */ byDanger)
/* harmony export */ });
/* harmony import */ var _syscalls_danger_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5985);
/* harmony import */ var _syscalls_groups_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4216);


/** The danger of a call, or of a setting that opens the profile. */
function dangerOfSubject(subject, effect) {
    if (subject.kind === 'call')
        return (0,_syscalls_danger_js__WEBPACK_IMPORTED_MODULE_0__/* .dangerOf */ .Nz)(subject.name);
    if (effect !== 'opens')
        return NONE;
    if (subject.kind === 'file')
        return DELETED;
    return subject.name.startsWith('architecture: ')
        ? ARCHITECTURE
        : (SETTINGS[subject.name] ?? NONE);
}
/** systemd's groups of a call, except those with nearly all calls. */
const narrowGroupsOf = (name) => (0,_syscalls_groups_js__WEBPACK_IMPORTED_MODULE_1__/* .groupsOf */ .c1)(name).filter(group => !WIDE.includes(group));
const WIDE = ['@system-service', '@default'];
const NONE = { level: 'none', brief: undefined, why: undefined };
const dangerous = (brief, why) => ({
    level: 'dangerous',
    brief,
    why
});
const DELETED = dangerous('undo every limit of the deleted profile', 'Without the file, containers run under the default of their engine, and the next profile starts from nothing.');
const ARCHITECTURE = dangerous("make another architecture's calls, in seldom tested code", "Programs of another architecture enter the kernel another way, through code that is seldom tested, and the profile's conditions on arguments may not fit there.");
const SETTINGS = {
    'default-action': dangerous('make every call that is not listed', 'The profile lets through whatever it does not list, and so protects from almost nothing.'),
    'errno-0': dangerous('make programs believe that refused calls worked', 'A refused call returns 0, as if it had been made: a program that gives up its privileges goes on with them.'),
    listener: dangerous('have another program decide about calls', 'A program outside of the filter decides about these calls, and can let them through.')
};
/** Whether a finding lets an intruder do more than anybody has to name. */
const isDangerous = ({ danger }) => danger.level === 'dangerous';
const LEVELS = ['dangerous', 'notable', 'none'];
/**
 * The order in which people read findings: the dangerous ones first; of a
 * level, what opens the profile, and what the tests made before what
 * portability brought; then by name.
 */
function byDanger(a, b) {
    return (LEVELS.indexOf(a.danger.level) - LEVELS.indexOf(b.danger.level) ||
        EFFECTS.indexOf(a.effect) - EFFECTS.indexOf(b.effect) ||
        KINDS.indexOf(a.subject.kind) - KINDS.indexOf(b.subject.kind) ||
        Number(isPortable(a)) - Number(isPortable(b)) ||
        compareText(a.subject.name, b.subject.name));
}
const EFFECTS = ['opens', 'changes', 'narrows'];
const KINDS = ['file', 'setting', 'call'];
/** Whether nobody made the call here, and other systems need it. */
const isPortable = ({ maker }) => maker.by === 'portability' || maker.by === 'other runtime';
const compareText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);


/***/ }),

/***/ 8863:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ isPublished)
/* harmony export */ });
/** Whether the branch has the profile now, so it counts as accepted. */
const isPublished = (publication) => publication?.kind === 'committed' || publication?.kind === 'there';


/***/ }),

/***/ 7698:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ reviewOf)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/profile/compare/diff.ts
var compare_diff = __webpack_require__(4718);
// EXTERNAL MODULE: ./src/profile/compare/settings.ts
var compare_settings = __webpack_require__(2996);
// EXTERNAL MODULE: ./src/profile/parse.ts + 1 modules
var parse = __webpack_require__(2992);
;// CONCATENATED MODULE: ./src/profile/defaults/moby-default.json
const moby_default_namespaceObject = /*#__PURE__*/JSON.parse('{"$comment":"Made by `sudo python3 scripts/generate-syscalls.py` from Debian trixie\'s golang-github-docker-docker-dev 26.1.5+dfsg1-9+deb13u1; do not edit. Copyright: Docker, Inc. and the moby/moby authors, Apache-2.0.","defaultAction":"SCMP_ACT_ERRNO","defaultErrnoRet":1,"archMap":[{"architecture":"SCMP_ARCH_X86_64","subArchitectures":["SCMP_ARCH_X86","SCMP_ARCH_X32"]},{"architecture":"SCMP_ARCH_AARCH64","subArchitectures":["SCMP_ARCH_ARM"]},{"architecture":"SCMP_ARCH_MIPS64","subArchitectures":["SCMP_ARCH_MIPS","SCMP_ARCH_MIPS64N32"]},{"architecture":"SCMP_ARCH_MIPS64N32","subArchitectures":["SCMP_ARCH_MIPS","SCMP_ARCH_MIPS64"]},{"architecture":"SCMP_ARCH_MIPSEL64","subArchitectures":["SCMP_ARCH_MIPSEL","SCMP_ARCH_MIPSEL64N32"]},{"architecture":"SCMP_ARCH_MIPSEL64N32","subArchitectures":["SCMP_ARCH_MIPSEL","SCMP_ARCH_MIPSEL64"]},{"architecture":"SCMP_ARCH_S390X","subArchitectures":["SCMP_ARCH_S390"]},{"architecture":"SCMP_ARCH_RISCV64","subArchitectures":null}],"syscalls":[{"names":["accept","accept4","access","adjtimex","alarm","bind","brk","cachestat","capget","capset","chdir","chmod","chown","chown32","clock_adjtime","clock_adjtime64","clock_getres","clock_getres_time64","clock_gettime","clock_gettime64","clock_nanosleep","clock_nanosleep_time64","close","close_range","connect","copy_file_range","creat","dup","dup2","dup3","epoll_create","epoll_create1","epoll_ctl","epoll_ctl_old","epoll_pwait","epoll_pwait2","epoll_wait","epoll_wait_old","eventfd","eventfd2","execve","execveat","exit","exit_group","faccessat","faccessat2","fadvise64","fadvise64_64","fallocate","fanotify_mark","fchdir","fchmod","fchmodat","fchmodat2","fchown","fchown32","fchownat","fcntl","fcntl64","fdatasync","fgetxattr","flistxattr","flock","fork","fremovexattr","fsetxattr","fstat","fstat64","fstatat64","fstatfs","fstatfs64","fsync","ftruncate","ftruncate64","futex","futex_requeue","futex_time64","futex_wait","futex_waitv","futex_wake","futimesat","getcpu","getcwd","getdents","getdents64","getegid","getegid32","geteuid","geteuid32","getgid","getgid32","getgroups","getgroups32","getitimer","getpeername","getpgid","getpgrp","getpid","getppid","getpriority","getrandom","getresgid","getresgid32","getresuid","getresuid32","getrlimit","get_robust_list","getrusage","getsid","getsockname","getsockopt","get_thread_area","gettid","gettimeofday","getuid","getuid32","getxattr","inotify_add_watch","inotify_init","inotify_init1","inotify_rm_watch","io_cancel","ioctl","io_destroy","io_getevents","io_pgetevents","io_pgetevents_time64","ioprio_get","ioprio_set","io_setup","io_submit","ipc","kill","landlock_add_rule","landlock_create_ruleset","landlock_restrict_self","lchown","lchown32","lgetxattr","link","linkat","listen","listxattr","llistxattr","_llseek","lremovexattr","lseek","lsetxattr","lstat","lstat64","madvise","map_shadow_stack","membarrier","memfd_create","memfd_secret","mincore","mkdir","mkdirat","mknod","mknodat","mlock","mlock2","mlockall","mmap","mmap2","mprotect","mq_getsetattr","mq_notify","mq_open","mq_timedreceive","mq_timedreceive_time64","mq_timedsend","mq_timedsend_time64","mq_unlink","mremap","msgctl","msgget","msgrcv","msgsnd","msync","munlock","munlockall","munmap","name_to_handle_at","nanosleep","newfstatat","_newselect","open","openat","openat2","pause","pidfd_open","pidfd_send_signal","pipe","pipe2","pkey_alloc","pkey_free","pkey_mprotect","poll","ppoll","ppoll_time64","prctl","pread64","preadv","preadv2","prlimit64","process_mrelease","pselect6","pselect6_time64","pwrite64","pwritev","pwritev2","read","readahead","readlink","readlinkat","readv","recv","recvfrom","recvmmsg","recvmmsg_time64","recvmsg","remap_file_pages","removexattr","rename","renameat","renameat2","restart_syscall","rmdir","rseq","rt_sigaction","rt_sigpending","rt_sigprocmask","rt_sigqueueinfo","rt_sigreturn","rt_sigsuspend","rt_sigtimedwait","rt_sigtimedwait_time64","rt_tgsigqueueinfo","sched_getaffinity","sched_getattr","sched_getparam","sched_get_priority_max","sched_get_priority_min","sched_getscheduler","sched_rr_get_interval","sched_rr_get_interval_time64","sched_setaffinity","sched_setattr","sched_setparam","sched_setscheduler","sched_yield","seccomp","select","semctl","semget","semop","semtimedop","semtimedop_time64","send","sendfile","sendfile64","sendmmsg","sendmsg","sendto","setfsgid","setfsgid32","setfsuid","setfsuid32","setgid","setgid32","setgroups","setgroups32","setitimer","setpgid","setpriority","setregid","setregid32","setresgid","setresgid32","setresuid","setresuid32","setreuid","setreuid32","setrlimit","set_robust_list","setsid","setsockopt","set_thread_area","set_tid_address","setuid","setuid32","setxattr","shmat","shmctl","shmdt","shmget","shutdown","sigaltstack","signalfd","signalfd4","sigprocmask","sigreturn","socketcall","socketpair","splice","stat","stat64","statfs","statfs64","statx","symlink","symlinkat","sync","sync_file_range","syncfs","sysinfo","tee","tgkill","time","timer_create","timer_delete","timer_getoverrun","timer_gettime","timer_gettime64","timer_settime","timer_settime64","timerfd_create","timerfd_gettime","timerfd_gettime64","timerfd_settime","timerfd_settime64","times","tkill","truncate","truncate64","ugetrlimit","umask","uname","unlink","unlinkat","utime","utimensat","utimensat_time64","utimes","vfork","vmsplice","wait4","waitid","waitpid","write","writev"],"action":"SCMP_ACT_ALLOW"},{"names":["process_vm_readv","process_vm_writev","ptrace"],"action":"SCMP_ACT_ALLOW","includes":{"minKernel":"4.8"}},{"names":["socket"],"action":"SCMP_ACT_ALLOW","args":[{"index":0,"value":40,"op":"SCMP_CMP_NE"}]},{"names":["personality"],"action":"SCMP_ACT_ALLOW","args":[{"index":0,"value":0,"op":"SCMP_CMP_EQ"}]},{"names":["personality"],"action":"SCMP_ACT_ALLOW","args":[{"index":0,"value":8,"op":"SCMP_CMP_EQ"}]},{"names":["personality"],"action":"SCMP_ACT_ALLOW","args":[{"index":0,"value":131072,"op":"SCMP_CMP_EQ"}]},{"names":["personality"],"action":"SCMP_ACT_ALLOW","args":[{"index":0,"value":131080,"op":"SCMP_CMP_EQ"}]},{"names":["personality"],"action":"SCMP_ACT_ALLOW","args":[{"index":0,"value":4294967295,"op":"SCMP_CMP_EQ"}]},{"names":["sync_file_range2","swapcontext"],"action":"SCMP_ACT_ALLOW","includes":{"arches":["ppc64le"]}},{"names":["arm_fadvise64_64","arm_sync_file_range","sync_file_range2","breakpoint","cacheflush","set_tls"],"action":"SCMP_ACT_ALLOW","includes":{"arches":["arm","arm64"]}},{"names":["arch_prctl"],"action":"SCMP_ACT_ALLOW","includes":{"arches":["amd64","x32"]}},{"names":["modify_ldt"],"action":"SCMP_ACT_ALLOW","includes":{"arches":["amd64","x32","x86"]}},{"names":["s390_pci_mmio_read","s390_pci_mmio_write","s390_runtime_instr"],"action":"SCMP_ACT_ALLOW","includes":{"arches":["s390","s390x"]}},{"names":["riscv_flush_icache"],"action":"SCMP_ACT_ALLOW","includes":{"arches":["riscv64"]}},{"names":["open_by_handle_at"],"action":"SCMP_ACT_ALLOW","includes":{"caps":["CAP_DAC_READ_SEARCH"]}},{"names":["bpf","clone","clone3","fanotify_init","fsconfig","fsmount","fsopen","fspick","lookup_dcookie","mount","mount_setattr","move_mount","open_tree","perf_event_open","quotactl","quotactl_fd","setdomainname","sethostname","setns","syslog","umount","umount2","unshare"],"action":"SCMP_ACT_ALLOW","includes":{"caps":["CAP_SYS_ADMIN"]}},{"names":["clone"],"action":"SCMP_ACT_ALLOW","args":[{"index":0,"value":2114060288,"op":"SCMP_CMP_MASKED_EQ"}],"excludes":{"caps":["CAP_SYS_ADMIN"],"arches":["s390","s390x"]}},{"names":["clone"],"action":"SCMP_ACT_ALLOW","args":[{"index":1,"value":2114060288,"op":"SCMP_CMP_MASKED_EQ"}],"comment":"s390 parameter ordering for clone is different","includes":{"arches":["s390","s390x"]},"excludes":{"caps":["CAP_SYS_ADMIN"]}},{"names":["clone3"],"action":"SCMP_ACT_ERRNO","errnoRet":38,"excludes":{"caps":["CAP_SYS_ADMIN"]}},{"names":["reboot"],"action":"SCMP_ACT_ALLOW","includes":{"caps":["CAP_SYS_BOOT"]}},{"names":["chroot"],"action":"SCMP_ACT_ALLOW","includes":{"caps":["CAP_SYS_CHROOT"]}},{"names":["delete_module","init_module","finit_module"],"action":"SCMP_ACT_ALLOW","includes":{"caps":["CAP_SYS_MODULE"]}},{"names":["acct"],"action":"SCMP_ACT_ALLOW","includes":{"caps":["CAP_SYS_PACCT"]}},{"names":["kcmp","pidfd_getfd","process_madvise","process_vm_readv","process_vm_writev","ptrace"],"action":"SCMP_ACT_ALLOW","includes":{"caps":["CAP_SYS_PTRACE"]}},{"names":["iopl","ioperm"],"action":"SCMP_ACT_ALLOW","includes":{"caps":["CAP_SYS_RAWIO"]}},{"names":["settimeofday","stime","clock_settime","clock_settime64"],"action":"SCMP_ACT_ALLOW","includes":{"caps":["CAP_SYS_TIME"]}},{"names":["vhangup"],"action":"SCMP_ACT_ALLOW","includes":{"caps":["CAP_SYS_TTY_CONFIG"]}},{"names":["get_mempolicy","mbind","set_mempolicy","set_mempolicy_home_node"],"action":"SCMP_ACT_ALLOW","includes":{"caps":["CAP_SYS_NICE"]}},{"names":["syslog"],"action":"SCMP_ACT_ALLOW","includes":{"caps":["CAP_SYSLOG"]}},{"names":["bpf"],"action":"SCMP_ACT_ALLOW","includes":{"caps":["CAP_BPF"]}},{"names":["perf_event_open"],"action":"SCMP_ACT_ALLOW","includes":{"caps":["CAP_PERFMON"]}}]}');
;// CONCATENATED MODULE: ./src/profile/defaults/moby.ts


let parsed;
/** Docker's default profile (moby profiles/seccomp/default.json), a copy. */
function mobyDefault() {
    parsed ??= moby_parse(moby_default_namespaceObject);
    return parsed;
}
/** The copy as the engine has it: without the note on where it is from. */
function moby_parse(copy) {
    const profile = Object.entries(copy).filter(([key]) => key !== '$comment');
    const text = JSON.stringify(Object.fromEntries(profile));
    return (0,parse/* parseProfile */.j)(text, 'moby-default.json');
}

// EXTERNAL MODULE: ./src/profile/filter/returns.ts
var returns = __webpack_require__(6507);
// EXTERNAL MODULE: ./src/syscalls/capabilities.ts
var capabilities = __webpack_require__(9314);
// EXTERNAL MODULE: ./src/profile/resolve.ts
var resolve = __webpack_require__(6509);
// EXTERNAL MODULE: ./src/profile/treatment.ts
var treatment = __webpack_require__(6389);
// EXTERNAL MODULE: ./src/syscalls/numbers.ts + 1 modules
var numbers = __webpack_require__(3952);
;// CONCATENATED MODULE: ./src/verdict/counts.ts





/** Counts the calls that profiles allow, at least for some arguments. */
function countCalls({ architecture, engineDefault, before, candidate, file }) {
    const known = Object.keys((0,numbers/* syscallNumbers */.Q3)(architecture));
    const count = (profile, capabilities) => {
        const treat = treatmentIn(profile, architecture, capabilities);
        return known.filter(name => treat(name) !== 'refused').length;
    };
    const plain = capabilities/* PODMAN_DEFAULT_CAPABILITIES */.t;
    const after = candidate ?? file;
    return {
        before: before && count(before, plain),
        after: after ? count(after, plain) : 0,
        podman: count(engineDefault, plain),
        docker: count(mobyDefault(), capabilities/* MOBY_DEFAULT_CAPABILITIES */.x),
        known: known.length
    };
}
/** How a profile treats calls in a container with these capabilities. */
function treatmentIn(profile, architecture, capabilities) {
    const rules = (0,resolve/* resolveRules */.S)(profile.syscalls, { architecture, capabilities });
    return name => (0,treatment/* treatmentOf */.Wh)(rules, name, profile).kind;
}

// EXTERNAL MODULE: ./src/verdict/finding.ts
var finding = __webpack_require__(7120);
// EXTERNAL MODULE: ./src/syscalls/architectures.ts
var architectures = __webpack_require__(302);
// EXTERNAL MODULE: ./src/syscalls/multiplexed.ts
var multiplexed = __webpack_require__(2639);
// EXTERNAL MODULE: ./src/profile/filter/load.ts + 1 modules
var load = __webpack_require__(5881);
// EXTERNAL MODULE: ./src/profile/filter/machines.ts
var machines = __webpack_require__(5324);
// EXTERNAL MODULE: ./src/profile/normalize.ts
var normalize = __webpack_require__(7474);
// EXTERNAL MODULE: ./src/profile/rules.ts
var profile_rules = __webpack_require__(8990);
;// CONCATENATED MODULE: ./src/profile/compare/questions.ts








/**
 * What has to be looked at to compare two profiles in every kind of container,
 * split up so that each call is looked at only where its own rules can differ.
 *
 * @param own the architecture of the machine that is looked at in any case
 */
function questionsAbout(before, after, own) {
    const questions = new Map();
    let left = MOST_KINDS;
    for (const names of unitsOf(before, after)) {
        const pair = [before, after].map(profile => ({
            ...profile,
            syscalls: (0,profile_rules/* onlyNames */.hm)(profile.syscalls, names)
        }));
        const kinds = kindsFor(names, pair, own, left);
        left -= kinds?.length ?? 0;
        const key = JSON.stringify(kinds ?? names);
        const found = questions.get(key);
        // One look for all calls that differ in the same kinds of container.
        if (found) {
            left += kinds?.length ?? 0;
            found.names.push(...names);
        }
        else {
            questions.set(key, { names, before, after, kinds });
        }
    }
    return [...questions.values()].map(({ names, kinds }) => ({
        names,
        before: { ...before, syscalls: (0,profile_rules/* onlyNames */.hm)(before.syscalls, names) },
        after: { ...after, syscalls: (0,profile_rules/* onlyNames */.hm)(after.syscalls, names) },
        kinds
    }));
}
/** More take over a second. */
const MOST_KINDS = 4_000;
/**
 * The kinds of container in which calls can be treated differently.
 *
 * @returns undefined if there are more than `most`
 */
function kindsFor(names, profiles, own, most = MOST_KINDS) {
    const rules = profiles.flatMap(({ syscalls }) => (0,profile_rules/* onlyNames */.hm)(syscalls, names));
    const natives = nativesFor(names, rules, profiles, own);
    const capabilities = (0,normalize/* sortedUnique */.Z$)((0,machines/* capabilitiesOf */.SF)({ syscalls: rules }));
    const engines = enginesFor(profiles, rules);
    const count = natives.length * engines.length * 2 ** capabilities.length;
    if (count > most)
        return undefined;
    return natives.flatMap(architecture => subsetsOf(capabilities).flatMap(set => engines.map(engine => ({ architecture, capabilities: set, ...engine }))));
}
/**
 * The machines that profiles name, one that no rule names, if any names one,
 * and one that has each of the calls.
 */
function nativesFor(names, rules, profiles, own) {
    const natives = new Set([own, ...profiles.flatMap(machines/* nativesOf */.Cn)]);
    const has = (architecture, name) => Object.hasOwn((0,numbers/* syscallNumbers */.Q3)(architecture), name);
    const named = rules.flatMap(({ includes, excludes }) => [
        ...(includes?.arches ?? []),
        ...(excludes?.arches ?? [])
    ]);
    const other = architectures/* ARCHITECTURES */.X.find(architecture => !named.includes(resolve/* ENGINE_NAMES */.G[architecture] ?? '') &&
        names.some(name => has(architecture, name)));
    if (named.length > 0 && other)
        natives.add(other);
    const isReached = (name) => [...natives].some(architecture => profiles.some(profile => (0,load/* architecturesOn */._H)(profile, { architecture, capabilities: [] }).some(one => has(one, name))));
    for (const name of names) {
        if (!(0,numbers/* syscallNames */.EE)().has(name) || isReached(name))
            continue;
        const first = architectures/* ARCHITECTURES */.X.find(architecture => has(architecture, name));
        if (first)
            natives.add(first);
    }
    return [...natives];
}
/** Engine, runtime and kernel, as far as they can make a difference. */
function enginesFor(profiles, rules) {
    const bounds = rules.flatMap(({ includes, excludes }) => [
        ...(includes?.minKernel === undefined ? [] : [includes.minKernel]),
        ...(excludes?.minKernel === undefined ? [] : [excludes.minKernel])
    ]);
    const hasErrnoByName = profiles.some(({ defaultErrno }) => defaultErrno !== undefined) ||
        rules.some(({ errno }) => errno !== undefined);
    // crun looks at six conditions of a rule.
    const hasMany = rules.some(({ args }) => args.length > 6);
    const kernels = bounds.length > 0 ? ['0.0', ...(0,normalize/* sortedUnique */.Z$)(bounds)] : [];
    return [
        {},
        ...(hasMany ? [{ runtime: 'runc' }] : []),
        ...(hasErrnoByName && bounds.length === 0
            ? [{ engine: 'moby' }]
            : []),
        ...kernels.map(kernel => ({ engine: 'moby', kernel }))
    ];
}
function subsetsOf(capabilities) {
    return capabilities.reduce((sets, capability) => [...sets, ...sets.map(set => [...set, capability])], [[]]);
}
/** The calls in question; those that must be looked at together in one list. */
function unitsOf(before, after) {
    const named = (0,profile_rules/* namesIn */.wX)([...before.syscalls, ...after.syscalls]);
    const throughOther = (name) => multiplexed/* MULTIPLEXERS */.n.includes(name)
        ? name
        : ((0,multiplexed/* multiplexed */._)(name, 'SCMP_ARCH_X86')?.by ?? name);
    // A rule about socketcall(2) meets those about the calls that it makes.
    const unitOf = (name) => named.has(throughOther(name)) ? throughOther(name) : name;
    const units = new Map();
    for (const name of [...named].sort()) {
        const unit = units.get(unitOf(name)) ?? [];
        units.set(unitOf(name), [...unit, name]);
    }
    const inQuestion = new Set(callsInQuestion(before, after));
    return [...units.values()].filter(names => names.some(name => inQuestion.has(name)));
}
/** The calls whose rules, or whose default, are not the same in both. */
function callsInQuestion(before, after) {
    const [was, is] = [before, after].map(normalize/* normalizeProfile */.LP).map(bodiesByName);
    const defaultOf = (p) => JSON.stringify([p.defaultAction, p.defaultErrno, p.defaultErrnoRet]);
    const isTurned = defaultOf(before) !== defaultOf(after);
    return [...new Set([...was.keys(), ...is.keys()])].filter(name => isTurned || was.get(name) !== is.get(name));
}
/** What each call's rules say, in file order. */
function bodiesByName({ syscalls }) {
    const bodies = new Map();
    for (const rule of syscalls) {
        const { names, action, errno, errnoRet, args, includes, excludes } = rule;
        const parts = [action, errno, errnoRet, args, includes, excludes];
        const body = JSON.stringify(parts, (_, value) => typeof value === 'bigint' ? String(value) : value);
        for (const name of new Set(names)) {
            bodies.set(name, `${bodies.get(name) ?? ''}${body}\n`);
        }
    }
    return bodies;
}

// EXTERNAL MODULE: ./src/syscalls/danger.ts + 4 modules
var danger = __webpack_require__(5985);
// EXTERNAL MODULE: ./src/profile/filter/meaning.ts
var filter_meaning = __webpack_require__(5871);
;// CONCATENATED MODULE: ./src/profile/filter/socket-families.ts





/**
 * The address families with which socket(2) may get past a profile's filter in
 * some kind of container, whatever its other arguments. The kernel takes the
 * lower 32 bits of the first argument (net/socket.c, `__sys_socket`).
 */
function openFamilies(profile, kinds) {
    const open = new Set();
    for (const kind of kinds.filter(machine => (0,load/* loads */.qV)(profile, machine))) {
        const { rules, default: byDefault } = (0,load/* loadProfile */.iH)(profile, kind);
        for (const [architecture, calls] of rules) {
            const { action, tree } = calls.get(numberOn(architecture)) ?? {};
            const meanings = new filter_meaning/* Meanings */.xS();
            const whole = () => tree === undefined
                ? meanings.always(action ?? byDefault)
                : meanings.ofTree(tree, byDefault);
            for (const family of danger/* SOCKET_FAMILIES */.d0) {
                if (open.has(family))
                    continue;
                if (isOpenFor(family, whole))
                    open.add(family);
            }
        }
    }
    return open;
}
const numberOn = (architecture) => (0,numbers/* syscallNumbers */.Q3)(architecture)['socket'] ?? 'socket';
/** Undecidable rules may let it through. */
function isOpenFor(family, whole) {
    try {
        return withFamily(family, whole()).some(meaning => (0,filter_meaning/* returnsOf */.Bg)(meaning).some(returns/* passes */.WE));
    }
    catch (error) {
        if (error instanceof filter_meaning/* TooComplex */.hx)
            return true;
        throw error;
    }
}
/**
 * What can be left of a meaning once the lower half of the first argument is
 * known, whatever its upper half.
 */
function withFamily(family, whole) {
    const left = new Set([whole]);
    for (const meaning of left) {
        if ('returns' in meaning || meaning.bit >= 64)
            continue;
        const { bit, no, yes } = meaning;
        left.delete(meaning);
        const isSet = ((family >>> (63 - bit)) & 1) === 1;
        if (bit < 32 || !isSet)
            left.add(no);
        if (bit < 32 || isSet)
            left.add(yes);
    }
    return [...left];
}
/**
 * The families that rules allow by naming them, and not as what is left of all
 * families: a rule that allows at most half of them.
 */
function namedFamilies(rules) {
    return new Set(rules
        .filter(rule => rule.names.includes('socket'))
        .flatMap(({ args }) => alternativesOf(args))
        .flatMap(args => {
        const about = args.filter(({ index }) => index === 0);
        const allowed = danger/* SOCKET_FAMILIES */.d0.filter(family => about.every(arg => holds(arg, BigInt(family))));
        return allowed.length * 2 <= danger/* SOCKET_FAMILIES */.d0.length ? allowed : [];
    }));
}
/** Conditions on one argument are alternatives, see `loadProfile`. */
function alternativesOf(args) {
    const isRepeated = new Set(args.map(arg => arg.index)).size < args.length;
    return isRepeated ? args.map(arg => [arg]) : [[...args]];
}
/** Whether a condition holds, seccomp_rule_add(3). */
function holds({ op, value, valueTwo }, argument) {
    switch (op) {
        case 'SCMP_CMP_NE':
            return argument !== value;
        case 'SCMP_CMP_LT':
            return argument < value;
        case 'SCMP_CMP_LE':
            return argument <= value;
        case 'SCMP_CMP_EQ':
            return argument === value;
        case 'SCMP_CMP_GE':
            return argument >= value;
        case 'SCMP_CMP_GT':
            return argument > value;
        case 'SCMP_CMP_MASKED_EQ':
            return (argument & value) === (valueTwo & value);
    }
}

;// CONCATENATED MODULE: ./src/verdict/proposed.ts









/**
 * Compares the profile that a change starts from with the one that it has.
 *
 * @param own the architecture of the machine that this runs on
 */
function compareWithBase(before, after, own) {
    const diff = {
        added: [],
        removed: [],
        changed: [],
        ways: new Map()
    };
    for (const question of questionsAbout(before, after, own)) {
        const { added, removed, changed, ways } = answer(question);
        diff.added.push(...added);
        diff.removed.push(...removed);
        diff.changed.push(...changed);
        for (const [name, way] of ways)
            diff.ways.set(name, way);
    }
    const natives = [...new Set([own, ...[before, after].flatMap(machines/* nativesOf */.Cn)])];
    const settings = (0,compare_settings/* diffSettings */.XI)(before, after, natives.flatMap(architecture => [
        { architecture, capabilities: [] },
        { architecture, capabilities: [], engine: 'moby' }
    ]));
    for (const names of [diff.added, diff.removed, diff.changed])
        names.sort();
    return withoutFollowing(diff, settings, { before, after });
}
/** How the calls of a question differ in the containers in question. */
function answer({ names, before, after, kinds }) {
    if (!kinds)
        return undecided(names, before, after);
    const starts = (profile) => new Set(kinds.filter(machine => (0,load/* loads */.qV)(profile, machine)));
    const [did, does] = [starts(before), starts(after)];
    const both = kinds.filter(kind => did.has(kind) && does.has(kind));
    const newly = kinds.filter(kind => !did.has(kind) && does.has(kind));
    const noMore = kinds.filter(kind => did.has(kind) && !does.has(kind));
    const isAsked = (name) => names.includes(name);
    const diff = (0,compare_diff/* diffProfiles */.Uj)(before, after, both, returns/* passes */.WE);
    const ways = new Map(diff.ways);
    // No container started there, so all that may be done now is new.
    const opened = (0,compare_diff/* diffProfiles */.Uj)(undefined, after, newly, returns/* passes */.WE).added.filter(name => isAsked(name) && !diff.added.includes(name));
    for (const name of opened)
        ways.set(name, STARTS);
    const added = [...diff.added.filter(isAsked), ...opened];
    const stopped = noMore.length > 0 ? names : [];
    const isTold = (name) => added.includes(name);
    for (const name of stopped)
        if (!isTold(name))
            ways.set(name, STARTS_NOT);
    const changed = [...new Set([...diff.changed.filter(isAsked), ...stopped])];
    return {
        added,
        removed: diff.removed.filter(name => isAsked(name) && !isTold(name) && !changed.includes(name)),
        changed: changed.filter(name => !isTold(name)),
        ways
    };
}
const STARTS = 'its rules contradicted each other in some containers, which did not start';
const STARTS_NOT = 'its rules contradict each other in some containers, which no longer start';
/** Where there are too many kinds of container, a person has to look. */
function undecided(names, before, after) {
    const may = (profile, name) => (0,returns/* defaultMayPass */.CX)(profile) ||
        profile.syscalls.some(rule => rule.names.includes(name) && (0,returns/* mayPass */.bg)(rule));
    const added = names.filter(name => may(after, name));
    return {
        added,
        removed: names.filter(name => !may(after, name) && may(before, name)),
        changed: [],
        ways: new Map(added.map(name => [name, TOO_MANY]))
    };
}
const TOO_MANY = 'its rules are too many to compare in every kind of container';
/** A default that opens or closes takes along what no rule names: one thing. */
function withoutFollowing({ added, removed, changed, ways }, settings, { before, after }) {
    const isTurned = (to) => settings.some(({ setting, effect }) => effect === to && (setting === 'default-action' || setting === 'errno-0'));
    const namedIn = ({ syscalls }, names) => {
        const named = (0,profile_rules/* namesIn */.wX)(syscalls);
        return names.filter(name => named.has(name));
    };
    return {
        opened: isTurned('opens') ? namedIn(after, added) : added,
        closed: isTurned('narrows') ? namedIn(before, removed) : removed,
        changed,
        ways,
        settings
    };
}
/**
 * Settings that only the rules of a new file have, or all of a first one's:
 * errno 0 for a single call, or a supervisor for it.
 */
function openedByRules(before, file, { settings }) {
    const old = before ? (0,compare_settings/* openSettings */.Ow)(before) : [];
    return (0,compare_settings/* openSettings */.Ow)(file).filter(name => !old.includes(name) &&
        !settings.some(({ setting, effect }) => setting === name && effect === 'opens'));
}
/**
 * The danger of a call that may now be made in more ways: of `socket`, that of
 * the address families that are new, if it was allowed for others; else that of
 * those that a rule names.
 *
 * @param own the architecture of the machine that is looked at in any case
 */
function dangerOfOpening(name, before, after, own) {
    if (name !== 'socket')
        return (0,danger/* dangerOf */.Nz)(name);
    const profiles = before ? [before, after] : [after];
    const kinds = kindsFor(['socket'], profiles, own) ?? (0,machines/* machinesOf */.qv)(profiles);
    const was = before ? openFamilies(before, kinds) : new Set();
    const named = namedFamilies(after.syscalls.filter(returns/* mayPass */.bg));
    const fresh = [...openFamilies(after, kinds)].filter(family => !was.has(family) && (was.size > 0 || named.has(family)));
    return worst(fresh.map(danger/* dangerOfSocket */.Qe)) ?? (0,danger/* dangerOf */.Nz)(name);
}
/** The danger of what rules about a call allow, as far as they name it. */
function dangerOfRules(name, rules) {
    if (name !== 'socket')
        return (0,danger/* dangerOf */.Nz)(name);
    return worst([...namedFamilies(rules)].map(danger/* dangerOfSocket */.Qe)) ?? (0,danger/* dangerOf */.Nz)(name);
}
function worst(dangers) {
    return (dangers.find(({ level }) => level === 'dangerous') ??
        dangers.find(({ level }) => level === 'notable'));
}

// EXTERNAL MODULE: ./src/candidate/acceptance.ts
var candidate_acceptance = __webpack_require__(7646);
;// CONCATENATED MODULE: ./src/verdict/risks.ts





/** What accepts a subject, and what did once. */
function acceptedBy(subject, { acceptance, policy, today }) {
    const about = acceptance.filter(accepted => covers(accepted, subject));
    const good = about.find(accepted => !(0,candidate_acceptance/* hasExpired */.o)(accepted, today));
    if (good) {
        const { word, reason, until } = good;
        const accepted = { input: 'accept-dangerous', word, reason, until };
        return { accepted, expired: undefined };
    }
    const line = subject.kind === 'call' ? policy.allow.get(subject.name) : undefined;
    if (line === undefined)
        return { accepted: undefined, expired: about[0] };
    const accepted = {
        input: 'allow',
        word: line,
        reason: policy.reasons.get(line),
        until: undefined
    };
    return { accepted, expired: undefined };
}
const covers = ({ word, calls }, { kind, name }) => kind === 'call' ? calls.has(name) : word === name;
/** The words that no subject needs. */
function unneededWords(subjects, { acceptance }) {
    return acceptance.filter(accepted => !subjects.some(subject => covers(accepted, subject)));
}
/**
 * The dangerous and the notable calls that profiles let through in any kind of
 * container, whatever the arguments, and the settings that open them. A rule
 * counts though another one may overrule it: whoever reads it cannot tell.
 */
function risksOf(profiles, words, makerOf) {
    const settings = profiles.flatMap(compare_settings/* openSettings */.Ow);
    const rules = profiles
        .flatMap(({ syscalls }) => syscalls)
        .filter(rule => (0,returns/* mayPass */.bg)(rule));
    const names = rules.flatMap(rule => rule.names);
    const risk = (subject, danger, maker) => ({
        subject,
        danger,
        maker,
        ...acceptedBy(subject, words)
    });
    return [
        ...[...new Set(settings)].map(name => {
            const subject = { kind: 'setting', name };
            return risk(subject, (0,finding/* dangerOfSubject */.J2)(subject, 'opens'), NOBODY);
        }),
        ...[...new Set(names)].sort().map(name => {
            const subject = { kind: 'call', name };
            return risk(subject, dangerOfRules(name, rules), makerOf(name));
        })
    ].filter(({ danger }) => danger.level !== 'none');
}
const NOBODY = { by: 'nobody' };

;// CONCATENATED MODULE: ./src/verdict/since.ts



/** More versions are not looked through for where a call came from. */
const MAX_VERSIONS = 20;
/**
 * Finds the newest commit that opened something, by what its file and the one
 * before it do.
 *
 * @param versions of the profile since the base, the newest first
 * @param base the profile that they started from, if there was one
 * @param architecture that of the machine that this runs on
 */
function sinceIn(versions, base, architecture) {
    const known = versions.length > MAX_VERSIONS ? [] : versions;
    const openings = new Map();
    return ({ subject, effect }) => {
        if (effect !== 'opens')
            return undefined;
        const found = known.find((version, index) => {
            const next = known[index + 1];
            const opens = openings.get(index) ??
                openingOf(version, next ? profileIn(next) : base, architecture);
            openings.set(index, opens);
            return opens(subject);
        });
        return found && { commit: found.commit, author: found.author };
    };
}
/** What a version opens, by its file and the one before. */
function openingOf(version, before, architecture) {
    const after = profileIn(version);
    if (!after)
        return () => false;
    if (!before)
        return () => true;
    const { opened, settings } = compareWithBase(before, after, architecture);
    return ({ kind, name }) => kind === 'call'
        ? opened.includes(name)
        : settings.some(({ setting, effect }) => setting === name && effect === 'opens');
}
function profileIn({ commit, text }) {
    if (text === undefined)
        return undefined;
    try {
        return (0,parse/* parseProfile */.j)(text, commit);
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/verdict/review.ts












/** Compares a change with what the tests need, and with what it starts from. */
function reviewOf(input) {
    const { change, file, candidate, makerOf } = input;
    const words = wordsOf(input);
    const { base, profile: before } = readBase(change);
    const isDeleted = before !== undefined && file === undefined;
    const findings = [
        ...(isDeleted ? [deleted(words)] : []),
        ...(file && base.kind === 'read' ? proposedOf(input, before, file) : []),
        ...neededOf(input)
    ].sort(finding/* byDanger */.d7);
    const profiles = [file, candidate].filter(profile => profile !== undefined);
    const risks = risksOf(profiles, words, makerOf);
    const unnamed = [...risks, ...findings.filter(isOpening).map(riskOf)].filter((risk, index, all) => (0,finding/* isDangerous */.F$)(risk) &&
        risk.accepted === undefined &&
        all.findIndex(other => isSame(other.subject, risk.subject)) === index);
    const subjects = [...risks, ...findings].map(({ subject }) => subject);
    return {
        base,
        isDeleted,
        findings,
        risks: risks.toSorted(byLevel),
        unnamed,
        unneeded: unneededWords(subjects, words),
        counts: countCalls({ ...input, before })
    };
    function riskOf({ subject, danger, maker }) {
        return { subject, danger, maker, ...acceptedBy(subject, words) };
    }
}
const wordsOf = ({ acceptance, policy, change }) => ({
    acceptance,
    policy,
    today: change.today
});
const isOpening = ({ effect }) => effect === 'opens';
const isSame = (a, b) => a.kind === b.kind && a.name === b.name;
const byLevel = (a, b) => Number((0,finding/* isDangerous */.F$)(b)) - Number((0,finding/* isDangerous */.F$)(a));
/** The base as a review tells of it, and its profile. */
function readBase({ lineage: { base }, path }) {
    if (base.kind !== 'read')
        return { base, profile: undefined };
    const { kind, name, commit, file } = base;
    try {
        return {
            base: {
                kind,
                name,
                commit,
                movedFrom: file && file.path !== path ? file.path : undefined,
                hasFile: file !== undefined
            },
            profile: file && (0,parse/* parseProfile */.j)(file.text, file.path)
        };
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo))
            throw error;
        const why = 'the file there is not a seccomp profile';
        return { base: { kind: 'unread', name, why }, profile: undefined };
    }
}
/** The file is gone, though the change started from one. */
function deleted(words) {
    const subject = { kind: 'file', name: 'deleted' };
    return {
        comparison: 'proposed',
        effect: 'opens',
        subject,
        way: undefined,
        danger: (0,finding/* dangerOfSubject */.J2)(subject, 'opens'),
        groups: [],
        maker: { by: 'nobody' },
        defaults: undefined,
        since: undefined,
        accepted: acceptedBy(subject, words).accepted
    };
}
/** What the change does to the file. */
function proposedOf(input, before, file) {
    const { architecture } = input;
    const finding = findingMaker(input, 'proposed');
    const { versions } = input.change.lineage;
    const sinceOf = sinceIn(versions, before, architecture);
    const proposal = before
        ? compareWithBase(before, file, architecture)
        : firstOf(file, input);
    const opens = proposal.opened.map(name => finding({ kind: 'call', name }, 'opens', proposal.ways.get(name), dangerOfOpening(name, before, file, architecture)));
    return [
        ...opens,
        ...proposal.changed.map(name => finding({ kind: 'call', name }, 'changes', proposal.ways.get(name))),
        ...proposal.closed.map(name => finding({ kind: 'call', name }, 'narrows', undefined)),
        ...proposal.settings.map(({ setting, effect, text }) => finding({ kind: 'setting', name: setting }, effect, text)),
        ...openedByRules(before, file, proposal).map(name => finding({ kind: 'setting', name }, 'opens', undefined))
    ].map(found => ({ ...found, since: sinceOf(found) }));
}
/** All that a first profile allows. */
function firstOf(file, { architecture, capabilities }) {
    const machine = { architecture, capabilities };
    const { added } = (0,compare_diff/* diffProfiles */.Uj)(undefined, file, [machine], returns/* passes */.WE);
    return {
        opened: added,
        closed: [],
        changed: [],
        ways: new Map(),
        settings: []
    };
}
/** What the tests need and the file lacks, and what it has for nothing. */
function neededOf(input) {
    const { needed, file, candidate, architecture, capabilities } = input;
    if (!needed || !candidate)
        return [];
    const finding = findingMaker(input, 'needed');
    const machine = { architecture, capabilities };
    const calls = (names, effect) => names.map(name => finding({ kind: 'call', name }, effect, needed.ways.get(name), effect === 'opens'
        ? dangerOfOpening(name, file, candidate, architecture)
        : undefined));
    const settings = file ? (0,compare_settings/* diffSettings */.XI)(file, candidate, [machine]) : [];
    return [
        ...calls(needed.added, 'opens'),
        ...calls(needed.changed, 'changes'),
        ...calls(needed.removed, 'narrows'),
        ...settings.map(({ setting, effect, text }) => finding({ kind: 'setting', name: setting }, effect, text))
    ];
}
function findingMaker(input, comparison) {
    const { makerOf, engineDefault, architecture } = input;
    const words = wordsOf(input);
    const [podman, docker] = [
        treatmentIn(engineDefault, architecture, capabilities/* PODMAN_DEFAULT_CAPABILITIES */.t),
        treatmentIn(mobyDefault(), architecture, capabilities/* MOBY_DEFAULT_CAPABILITIES */.x)
    ];
    return (subject, effect, way, danger = (0,finding/* dangerOfSubject */.J2)(subject, effect)) => ({
        comparison,
        effect,
        subject,
        way,
        danger,
        groups: subject.kind === 'call' ? (0,finding/* narrowGroupsOf */.FZ)(subject.name) : [],
        maker: subject.kind === 'call' ? makerOf(subject.name) : { by: 'nobody' },
        defaults: subject.kind === 'call'
            ? { podman: podman(subject.name), docker: docker(subject.name) }
            : undefined,
        since: undefined,
        accepted: acceptedBy(subject, words).accepted
    });
}


/***/ }),

/***/ 1396:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G9: () => (/* binding */ settle),
/* harmony export */   Qj: () => (/* binding */ failsOnDanger),
/* harmony export */   S4: () => (/* binding */ judge),
/* harmony export */   c6: () => (/* binding */ fails)
/* harmony export */ });
/* harmony import */ var _profile_compare_diff_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4718);

/**
 * Judges a run by the user's policy, a ladder:
 *
 * - `never`: nothing that differs fails;
 * - `dangerous`: something dangerous that the workflow does not name fails,
 *   whoever put it there;
 * - `added`: also calls that became allowed, and the calls of another
 *   architecture;
 * - `changed`: also any other difference, and a first file.
 *
 * A call that is needed but denied always fails, and so does a profile under
 * which the tests fail.
 */
function judge(input) {
    const { isFirst, failOn, denied, hasFailed, unnamed } = input;
    const verdict = isFirst ? 'created' : verdictOf(input);
    const reasons = [
        ['denied', denied.length > 0],
        ['replay', hasFailed],
        ['dangerous', failsOnDanger(failOn, unnamed)],
        ['added', isFrom('added', failOn) && verdict === 'added'],
        ['changed', isFrom('changed', failOn) && verdict !== 'unchanged']
    ];
    return {
        verdict,
        reasons: reasons.filter(([, holds]) => holds).map(([reason]) => reason),
        denied
    };
}
/** Whether dangers that the workflow does not name fail a run. */
const failsOnDanger = (failOn, unnamed) => unnamed > 0 && isFrom('dangerous', failOn);
/** Whether a run fails. */
const fails = ({ reasons }) => reasons.length > 0;
const LADDER = ['never', 'dangerous', 'added', 'changed'];
const isFrom = (step, failOn) => LADDER.indexOf(failOn) >= LADDER.indexOf(step);
/**
 * The judgement once it is known whether the branch has the profile: what this
 * run committed does not fail it.
 */
function settle(judgement, isPublished) {
    if (!isPublished)
        return judgement;
    const reasons = judgement.reasons.filter(reason => reason !== 'added' && reason !== 'changed');
    return { ...judgement, reasons };
}
function verdictOf({ diff, opensArchitecture }) {
    if ((0,_profile_compare_diff_js__WEBPACK_IMPORTED_MODULE_0__/* .isEmptyDiff */ .$7)(diff))
        return 'unchanged';
    if (diff.added.length > 0 || opensArchitecture)
        return 'added';
    if (diff.changed.length > 0 || diff.settings.length > 0)
        return 'changed';
    return 'removed';
}


/***/ }),

/***/ 5890:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ verifyProfile)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/profile/refusals.ts
var refusals = __webpack_require__(604);
// EXTERNAL MODULE: ./src/profile/treatment.ts
var treatment = __webpack_require__(6389);
// EXTERNAL MODULE: ./src/recorders/recorders.ts + 14 modules
var recorders_recorders = __webpack_require__(8289);
// EXTERNAL MODULE: ./src/replay/proof-input.ts
var proof_input = __webpack_require__(5452);
// EXTERNAL MODULE: ./src/replay/prove.ts + 1 modules
var prove = __webpack_require__(8098);
// EXTERNAL MODULE: ./src/replay/replay.ts
var replay = __webpack_require__(8072);
// EXTERNAL MODULE: ./src/report/annotations.ts
var annotations = __webpack_require__(856);
// EXTERNAL MODULE: ./src/text/markdown.ts
var markdown = __webpack_require__(6590);
// EXTERNAL MODULE: ./src/report/replay.ts
var report_replay = __webpack_require__(3819);
// EXTERNAL MODULE: ./src/report/report.ts + 4 modules
var report = __webpack_require__(8398);
// EXTERNAL MODULE: ./src/report/review/changes.ts
var changes = __webpack_require__(7102);
// EXTERNAL MODULE: ./src/report/review/decide.ts
var decide = __webpack_require__(5855);
// EXTERNAL MODULE: ./src/report/review/headline.ts
var headline = __webpack_require__(6687);
// EXTERNAL MODULE: ./src/report/review/trail.ts
var review_trail = __webpack_require__(7447);
// EXTERNAL MODULE: ./src/report/sections.ts
var sections = __webpack_require__(3844);
;// CONCATENATED MODULE: ./src/report/verification.ts








/** The one line of a verification, also for the log and a failed step. */
function verifiedLine(verified) {
    return verified.replay.failure?.message ?? headlineOf(verified).line;
}
function headlineOf(verified) {
    const { replay, review, profile, isDenyList } = verified;
    if (replay.failure) {
        const line = `the tests do not work under ${(0,markdown/* codeSpan */.SS)(profile)}`;
        return { mark: '⛔', line };
    }
    const isWatched = replay.watch !== 'nobody';
    return (0,headline/* verifiedHeadline */.v)(review, profile, isDenyList, isWatched);
}
/** The report of a verification, as GitHub's Markdown. */
function renderVerification(verified) {
    return joinSections(verificationSections(verified));
}
/** The same in sections. */
function verificationSections(verified, trail) {
    const { replay, review, profile } = verified;
    const decision = (0,decide/* renderDecision */.X)({
        review,
        profile,
        isFirst: false,
        hasNew: false,
        publication: undefined,
        label: undefined,
        hasPatch: false
    });
    return [
        (0,report/* section */.uW)('verdict', 'the result', (0,report/* renderHeading */.X5)(headlineOf(verified))),
        (0,report/* section */.uW)('numbers', 'the numbers', (0,changes/* renderNumbers */.D5)(review, replay.failure ? 'failed' : 'passed')),
        (0,report/* section */.uW)('dangers', 'what is dangerous', (0,changes/* renderDangers */.Bl)(review)),
        (0,report/* section */.uW)('ordinary', 'ordinary calls', (0,changes/* renderOrdinary */.Bb)(review)),
        (0,report/* section */.uW)('others', 'other differences', (0,changes/* renderOthers */.oy)(review)),
        (0,report/* section */.uW)('accept', 'how to accept it', decision),
        (0,report/* section */.uW)('unneeded', 'words that nothing needs', (0,changes/* renderUnneeded */.Fh)(review)),
        (0,report/* section */.uW)('replay', 'the replay', (0,report_replay/* renderReplay */.c)(replay, profile)),
        (0,report/* detail */._0)('risks', 'the dangers of the profile', (0,changes/* renderRisks */.jO)(review)),
        (0,report/* section */.uW)('trail', 'where it ran', trail ? (0,review_trail/* renderTrail */.V)(trail, verified) : '')
    ];
}

// EXTERNAL MODULE: ./src/suite/fit.ts + 1 modules
var fit = __webpack_require__(8728);
// EXTERNAL MODULE: ./src/suite/preflight.ts + 1 modules
var preflight = __webpack_require__(9911);
// EXTERNAL MODULE: ./src/suite/prepare.ts
var prepare = __webpack_require__(1231);
// EXTERNAL MODULE: ./src/syscalls/capabilities.ts
var capabilities = __webpack_require__(9314);
// EXTERNAL MODULE: ./src/verdict/assess.ts + 2 modules
var assess = __webpack_require__(6811);
// EXTERNAL MODULE: ./src/verdict/review.ts + 8 modules
var verdict_review = __webpack_require__(7698);
// EXTERNAL MODULE: ./src/verdict/verdict.ts
var verdict = __webpack_require__(1396);
;// CONCATENATED MODULE: ./src/verify.ts

















/**
 * Runs the tests under the profile in the repository, as it is, and reports
 * which calls it refuses. Records nothing and writes no profile.
 *
 * @param change what the profile is compared with
 * @throws UserError, Cancelled
 */
async function verifyProfile(inputs, world, change) {
    const opened = await (0,preflight/* preflight */.M)(inputs, world);
    const { committed, podman, engine, engineDefault, host } = opened;
    const { environment } = world;
    if (!committed)
        throw nothingToVerify(inputs.profile);
    const { replay, image } = await (0,prepare/* withPlace */.q)(world, podman, async (place) => {
        const recorders = (0,fit/* fitRecorders */.J)((0,recorders_recorders/* createRecorders */.i)(host, engineDefault, (0,refusals/* refusalsOf */.h)(engineDefault)), undefined, { host, engine, environment, world: place });
        const input = await (0,proof_input/* proofInput */.F)(inputs, opened, recorders, undefined);
        const run = await (0,prepare/* prepareSuite */.A)(inputs, environment, engine, place);
        const { profile } = committed;
        const replay = await (0,prove/* verify */.MX)(run, profile, input)
            .then(tried => (0,prove/* withCanary */.zj)(run, profile, tried))
            .catch(failed);
        return { replay, image: run.image };
    });
    const profile = external_node_path_default().relative(inputs.workspace, inputs.profile);
    const review = (0,verdict_review/* reviewOf */.Q)({
        change,
        file: committed.profile,
        candidate: undefined,
        needed: undefined,
        engineDefault,
        architecture: engine.architecture,
        capabilities: capabilities/* PODMAN_DEFAULT_CAPABILITIES */.t,
        acceptance: inputs.accepted,
        policy: inputs.policy,
        makerOf: () => ({ by: 'unknown' })
    });
    const reasons = [
        ...(replay.failure ? ['replay'] : []),
        ...((0,verdict/* failsOnDanger */.Qj)(inputs.failOn, review.unnamed.length)
            ? ['dangerous']
            : [])
    ];
    const machine = (0,assess/* machineOf */.V)(engine);
    const isDenied = (0,treatment/* isDenyList */.z2)(committed.profile);
    const told = { replay, review, profile, isDenyList: isDenied, image, machine };
    const { text } = committed;
    return {
        replay,
        review,
        fails: (0,verdict/* fails */.c6)({ reasons }),
        profile,
        headline: verifiedLine(told),
        sections: trail => verificationSections(told, trail),
        data: {
            mode: 'verify',
            profile,
            verdict: undefined,
            reasons,
            replay: replay.result,
            review,
            image,
            machine
        },
        image,
        text,
        annotations: [
            ...(0,annotations/* annotateRefused */.$O)({ replay, profile, text }),
            ...(0,annotations/* annotateReview */.rT)({ review, reasons, text })
        ]
    };
}
/** Counts a replay that could not be made as failed. */
function failed(error) {
    if (error instanceof errors/* UserError */.yo)
        return (0,replay/* failedReplay */.b0)(error);
    throw error;
}
function nothingToVerify(file) {
    return new errors/* UserError */.yo(`mode verify: there is no profile ${file}`, {
        code: 'replay',
        hint: 'Make one with `mode: lock` and commit it, or set `profile` to another file.'
    });
}


/***/ }),

/***/ 8568:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gt: () => (/* binding */ refuseUnwritable),
/* harmony export */   Sz: () => (/* binding */ refuseEscape),
/* harmony export */   er: () => (/* binding */ readProfile),
/* harmony export */   vK: () => (/* binding */ writeAtomically)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3916);
/* harmony import */ var _host_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3285);





/** A bigger file is not a seccomp profile. */
const MAX_PROFILE_BYTES = 4 * 1024 * 1024;
/**
 * Refuses a path that the workflow's author wrote as one inside the workspace
 * if a symbolic link in the repository leads it outside: it could make a root
 * process read or write any file. A path that was written as one outside stays
 * allowed.
 *
 * @throws UserError
 */
async function refuseEscape(input, file, workspace) {
    if (!isInside(file, workspace))
        return;
    const [real, realWorkspace] = await Promise.all([
        realpathOfExisting(file),
        node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default().realpath(workspace)
    ]).catch((error) => {
        throw pathError(input, file, 'is not a usable path', error);
    });
    if (isInside(real, realWorkspace))
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`input ${input}: ${file} leads out of the workspace, to ${real}`, { code: 'profile', hint: 'Replace the symbolic link with the file itself.' });
}
/**
 * Reads the committed profile.
 *
 * @returns its text, or undefined if there is no such file
 * @throws UserError if it is not a regular file, unreadable or far too large
 */
async function readProfile(file) {
    try {
        const stat = await node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default().lstat(file);
        if (!stat.isFile())
            throw notRegular(file, stat);
        if (stat.size > MAX_PROFILE_BYTES) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`input profile: ${file} has ${stat.size} bytes, far more than a profile has`, {
                code: 'profile',
                hint: 'Name the profile, or delete the file to have it created again.'
            });
        }
        return await node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default().readFile(file, 'utf8');
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .errnoCode */ .UK)(error) === 'ENOENT')
            return undefined;
        throw pathError('profile', file, 'cannot be read', error);
    }
}
/**
 * Refuses a profile path that could not be written after a long run.
 *
 * @throws UserError
 */
async function refuseUnwritable(file) {
    const directory = node_path__WEBPACK_IMPORTED_MODULE_2___default().dirname(file);
    try {
        if (!(await (0,_host_files_js__WEBPACK_IMPORTED_MODULE_4__/* .isDirectory */ .wd)(directory))) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`input profile: ${directory} is not a directory`, {
                code: 'profile',
                hint: 'Name a file in a directory of the repository.'
            });
        }
        // As root, access(2) passes even where a write fails, so write a file.
        const probe = siblingOf(file);
        await node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default().writeFile(probe, '', { flag: 'wx' });
        await node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default().rm(probe);
    }
    catch (error) {
        throw pathError('profile', file, 'cannot be written', error);
    }
}
/**
 * Writes a file completely or not at all: to a sibling that is then renamed. It
 * keeps mode and owner of the old file, or the directory's owner, so that a
 * root runner leaves no root-owned file in a user's workspace.
 *
 * @throws UserError
 */
async function writeAtomically(file, text) {
    const temporary = siblingOf(file);
    try {
        const old = await node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default().lstat(file).catch(() => undefined);
        if (old && !old.isFile())
            throw notRegular(file, old);
        const owner = old ?? (await node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default().stat(node_path__WEBPACK_IMPORTED_MODULE_2___default().dirname(file)));
        const handle = await node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default().open(temporary, 'wx', 0o644);
        try {
            await handle.writeFile(text);
            if (old)
                await handle.chmod(old.mode & 0o777);
            if (process.getuid?.() === 0)
                await handle.chown(owner.uid, owner.gid);
            await handle.sync();
        }
        finally {
            await handle.close();
        }
        await node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default().rename(temporary, file);
    }
    catch (error) {
        await node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default().rm(temporary, { force: true });
        throw pathError('profile', file, 'cannot be written', error);
    }
}
function notRegular(file, stat) {
    const what = stat.isDirectory()
        ? 'a directory'
        : stat.isSymbolicLink()
            ? 'a symbolic link'
            : 'not a regular file';
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`input profile: ${file} is ${what}`, {
        code: 'profile',
        hint: 'Name a regular file, or one that does not exist yet.'
    });
}
function siblingOf(file) {
    const name = `.${node_path__WEBPACK_IMPORTED_MODULE_2___default().basename(file)}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}.tmp`;
    return node_path__WEBPACK_IMPORTED_MODULE_2___default().join(node_path__WEBPACK_IMPORTED_MODULE_2___default().dirname(file), name);
}
function isInside(file, directory) {
    const relative = node_path__WEBPACK_IMPORTED_MODULE_2___default().relative(directory, file);
    return relative !== '..' && !relative.startsWith(`..${(node_path__WEBPACK_IMPORTED_MODULE_2___default().sep)}`);
}
/** The real path of a file, or of its nearest parent that exists. */
async function realpathOfExisting(file) {
    try {
        return await node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default().realpath(file);
    }
    catch (error) {
        const parent = node_path__WEBPACK_IMPORTED_MODULE_2___default().dirname(file);
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .errnoCode */ .UK)(error) !== 'ENOENT' || parent === file)
            throw error;
        return node_path__WEBPACK_IMPORTED_MODULE_2___default().join(await realpathOfExisting(parent), node_path__WEBPACK_IMPORTED_MODULE_2___default().basename(file));
    }
}
function pathError(input, file, what, error) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo || (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .errnoCode */ .UK)(error) === undefined)
        return error;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`input ${input}: ${file} ${what}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}`, {
        code: 'profile',
        hint: 'Check the path, its owner and its mode.',
        cause: error
    });
}


/***/ })

};
