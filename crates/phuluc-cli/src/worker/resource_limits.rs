//! The memory and the time that a worker may take, so that a document cannot take more.

use super::job::ResourceLimits;

/// Seconds beyond those of the reader, which ends by itself and says how far it came.
const LATER: u64 = 5;

/// Limits the memory and the processor time of this process, and lets it die with its parent, where the
/// system can. Where it cannot, the one who asked ends it when it takes too long.
#[cfg(unix)]
pub(crate) fn take(limits: ResourceLimits) {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let memory = u64::from(limits.memory) << 20;
    let seconds = u64::from(limits.seconds) + LATER;
    let at_most = |soft, hard| Rlimit { current: Some(soft), maximum: Some(hard) };
    // A limit that is lower already stays, and then this fails, which is as good.
    let _ = setrlimit(Resource::As, at_most(memory, memory));
    // The softer one is known from other ends by its signal; the harder one cannot be ignored.
    let _ = setrlimit(Resource::Cpu, at_most(seconds, seconds + LATER));
    // What a stranger's file made of the memory is not to be written down.
    let _ = setrlimit(Resource::Core, at_most(0, 0));
    #[cfg(target_os = "linux")]
    let _ = rustix::process::set_parent_process_death_signal(Some(rustix::process::Signal::KILL));
}

#[cfg(not(unix))]
pub(crate) fn take(_: ResourceLimits) {}

/// How long the one who asked waits for an answer.
pub(crate) fn wall(limits: ResourceLimits) -> std::time::Duration {
    std::time::Duration::from_secs(u64::from(limits.seconds) + 2 * LATER)
}
