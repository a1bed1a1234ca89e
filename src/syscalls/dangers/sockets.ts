import type { Risk } from './dangerous.ts'

/** Address families of socket(2) that are ways out. */
export const DANGEROUS_SOCKETS: Record<number, Risk> = {
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
}

/** Address families of socket(2) that a reviewer should see. */
export const NOTABLE_SOCKETS: Record<number, Risk> = {
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
}
