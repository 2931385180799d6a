//! Completions, the manual, and help with examples.

use super::workshop::Workshop;

const COMMANDS: [&str; 6] = ["convert", "diff", "check", "inspect", "completions", "manual"];

#[test]
fn each_shell_has_its_script_with_every_command() {
    let workshop = Workshop::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = workshop.run(&format!("completions {shell}")).exits(0).out;
        for command in COMMANDS {
            assert!(script.contains(command), "{shell}: {command}");
        }
        assert!(script.contains("datapackage") || shell == "elvish" || shell == "powershell");
    }
    workshop.run("completions tcsh").exits(2).says("tcsh");
}

#[cfg(target_os = "linux")]
#[test]
fn bash_understands_its_script() {
    let workshop = Workshop::new();
    let script = workshop.run("completions bash").exits(0).out;
    workshop.put("phuluc.bash", script);
    let mut bash = std::process::Command::new("bash");
    assert!(bash.arg("-n").arg(workshop.path("phuluc.bash")).status().unwrap().success());
}

#[test]
fn the_manual_has_a_page_for_each_command() {
    let workshop = Workshop::new();
    workshop.run("manual").exits(0).prints(".TH phuluc 1").prints("Exit codes:");
    for command in COMMANDS {
        let page = workshop.run(&format!("manual {command}")).exits(0);
        page.prints(&format!(".TH phuluc-{command} 1")).prints("Examples:");
    }
    workshop.run("manual print").exits(2).says("there is no command `print`");
}

#[test]
fn the_help_of_each_command_has_examples() {
    let workshop = Workshop::new();
    for command in COMMANDS {
        workshop.run(&format!("{command} --help")).exits(0).prints("Examples:\n  phuluc ");
    }
    workshop.run("diff --help").exits(0).prints("  0  no difference\n");
    workshop.run("convert --help").exits(0).prints("due=FROM..TO");
}

#[test]
fn nothing_is_coloured_that_is_no_terminal() {
    let workshop = Workshop::new();
    let ran = workshop.run("convert --format xml").exits(2);
    assert!(!ran.err.contains('\u{1b}'), "{:?}", ran.err);
    assert!(!workshop.run("--help").exits(0).out.contains('\u{1b}'));
}
