/*
 * Makes this process believe that its CPU lacks features, while it runs at full speed: for measuring on a machine that has
 * them what one without them would do. Linux on x86-64, where the kernel can make the instruction CPUID fault.
 *
 *   cc -O2 -shared -fPIC hide-features.c -o hide-features.so
 *   HIDE_FEATURES=vnni LD_PRELOAD=./hide-features.so program       without VNNI
 *   HIDE_FEATURES=avx512 LD_PRELOAD=./hide-features.so program     without any of AVX-512, and so without VNNI
 *
 * Threads inherit it, programs that are started do so by LD_PRELOAD. If the kernel refuses, the process ends with 71.
 */
#define _GNU_SOURCE
#include <asm/prctl.h>
#include <dlfcn.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <ucontext.h>
#include <unistd.h>

static int hide_avx512;
static struct sigaction before;

typedef int (*Sigaction)(int, const struct sigaction *, struct sigaction *);
static Sigaction real_sigaction(void) { return (Sigaction)dlsym(RTLD_NEXT, "sigaction"); }

/* Node sets every signal's handling anew when it starts: for this one, what is set is kept to be called from ours. */
int sigaction(int number, const struct sigaction *set, struct sigaction *old) {
  if (number != SIGSEGV) return real_sigaction()(number, set, old);
  if (old) *old = before;
  if (set) before = *set;
  return 0;
}

static void allow_cpuid(unsigned long allowed) { syscall(SYS_arch_prctl, ARCH_SET_CPUID, allowed); }

/* Bits of leaf 7, subleaf 0: EBX 16 F, 17 DQ, 21 IFMA, 28 CD, 30 BW, 31 VL; ECX 1 VBMI, 6 VBMI2, 11 VNNI, 12 BITALG,
   14 VPOPCNTDQ; EDX 22 BF16 of AMX, 23 FP16, 24 and 25 AMX. Subleaf 1: EAX 4 VNNI of AVX, 5 BF16. */
static void hide(uint32_t leaf, uint32_t subleaf, uint32_t *a, uint32_t *b, uint32_t *c, uint32_t *d) {
  if (leaf != 7) return;
  if (subleaf == 0) {
    *c &= ~(1u << 11);
    *d &= ~(1u << 22 | 1u << 24 | 1u << 25);
    if (!hide_avx512) return;
    *b &= ~(1u << 16 | 1u << 17 | 1u << 21 | 1u << 28 | 1u << 30 | 1u << 31);
    *c &= ~(1u << 1 | 1u << 6 | 1u << 12 | 1u << 14);
    *d &= ~(1u << 23);
  } else if (subleaf == 1) {
    *a &= ~(1u << 4 | 1u << 5);
  }
}

static void on_fault(int number, siginfo_t *info, void *context) {
  greg_t *r = ((ucontext_t *)context)->uc_mcontext.gregs;
  const uint8_t *at = (const uint8_t *)r[REG_RIP];
  /* A fault of CPUID has no address, and the instruction itself could be read. */
  if (info->si_code == SI_KERNEL && at[0] == 0x0f && at[1] == 0xa2) {
    uint32_t a = (uint32_t)r[REG_RAX], b = 0, c = (uint32_t)r[REG_RCX], d = 0;
    const uint32_t leaf = a, subleaf = c;
    allow_cpuid(1);
    __asm__ volatile("cpuid" : "+a"(a), "=b"(b), "+c"(c), "=d"(d));
    allow_cpuid(0);
    hide(leaf, subleaf, &a, &b, &c, &d);
    r[REG_RAX] = a;
    r[REG_RBX] = b;
    r[REG_RCX] = c;
    r[REG_RDX] = d;
    r[REG_RIP] += 2;
    return;
  }
  if (before.sa_flags & SA_SIGINFO) {
    before.sa_sigaction(number, info, context);
  } else if (before.sa_handler != SIG_DFL && before.sa_handler != SIG_IGN) {
    before.sa_handler(number);
  } else {
    real_sigaction()(number, &before, NULL); /* returns to the same instruction, which then faults as it would have */
  }
}

__attribute__((constructor)) static void start(void) {
  const char *what = getenv("HIDE_FEATURES");
  if (!what) return;
  hide_avx512 = strcmp(what, "avx512") == 0;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = on_fault;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER;
  real_sigaction()(SIGSEGV, &action, &before);
  if (syscall(SYS_arch_prctl, ARCH_SET_CPUID, 0) != 0) _exit(71);
}
