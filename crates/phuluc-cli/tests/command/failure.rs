//! Outputs that cannot be written, in every format: the exit code, and nothing half done is left.
//!
//! Root may write wherever modes forbid it, so each way to fail here fails for root too.

use std::fs;

use phuluc::{FORMATS, Format};

use super::workshop::{LETTER, Ran, Workshop, give, page, plan};

/// Runs a check for each format, in a folder with the first page of the plan.
fn each(check: impl Fn(&Workshop, &Format)) {
    for format in FORMATS {
        let workshop = Workshop::new();
        workshop.put_page("plan.txt");
        check(&workshop, format);
    }
}

/// Starts the command, closes its output before it can write, and only then gives it its input.
fn run_into_closed_pipe(workshop: &Workshop, line: &str, input: &str) -> Ran {
    let mut child = workshop.start(line);
    drop(child.stdout.take());
    give(&mut child, input);
    Ran::of(&child.wait_with_output().unwrap())
}

#[test]
fn a_closed_pipe_is_no_error() {
    each(|workshop, Format { name, .. }| {
        let ran = run_into_closed_pipe(workshop, &format!("convert -q - --format {name}"), &page());
        assert_eq!(ran.exits(0).err, "", "{name}");
    });
    let workshop = Workshop::new();
    workshop.put("plan.txt", plan());
    for line in
        ["diff - plan.txt --format json", "inspect -", "manual", "completions bash", "--help"]
    {
        let code = i32::from(line.starts_with("diff"));
        assert_eq!(run_into_closed_pipe(&workshop, line, &page()).exits(code).err, "", "{line}");
    }
}

#[test]
fn a_closed_pipe_leaves_the_exit_code_of_the_conversion() {
    let header = "TT Nội dung công việc Đơn vị chủ trì Đơn vị phối hợp Sản phẩm Thời gian";
    let bare = format!("{header}\nI Lĩnh vực chỉ đạo, điều hành\n");
    each(|workshop, Format { name, .. }| {
        let line = format!("convert -q - --format {name}");
        assert_eq!(run_into_closed_pipe(workshop, &line, &bare).exits(1).err, "", "{name}");
        run_into_closed_pipe(workshop, &line, LETTER).exits(3).says("holds no task table");
    });
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_standard_output_is_an_error() {
    let full = |workshop: &Workshop, line: &str| {
        let full = fs::File::options().write(true).open("/dev/full").unwrap();
        let mut command = workshop.command();
        command.args(line.split(' ')).stdout(full);
        let ran = Ran::of(&command.output().unwrap()).exits(4);
        ran.says("error: standard output could not be written\n  cause: No space left on device");
    };
    each(|workshop, Format { name, .. }| {
        full(workshop, &format!("convert -q plan.txt --format {name}"));
        let ran = workshop.run(&format!("convert -q plan.txt -o /dev/full --format {name}"));
        ran.exits(4).says("error: `/dev/full` could not be written\n  cause: No space left");
        assert_eq!(workshop.names("."), ["plan.txt"], "{name}");
    });
    let workshop = Workshop::new();
    workshop.put("plan.txt", page()).put("new.txt", plan());
    for line in ["diff plan.txt new.txt", "inspect plan.txt", "manual", "completions zsh"] {
        full(&workshop, line);
    }
}

/// The limit on the size of a file stands for a full disk: a write fails in the middle of the file.
#[cfg(unix)]
#[test]
fn a_file_that_does_not_fit_leaves_the_old_one_and_nothing_else() {
    each(|workshop, Format { name, extension, .. }| {
        let output = format!("out.{extension}");
        let line = format!("convert -q plan.txt --format {name} -o {output}");
        let ran = workshop.run_short_of_space(&line).exits(4);
        assert!(!ran.err.contains(".phuluc-"), "{}", ran.err);
        ran.says(&format!("`{output}` could not be written\n  cause: "));
        assert_eq!(workshop.names("."), ["plan.txt"], "{name}");
        workshop.put(&output, "old").run_short_of_space(&line).exits(4);
        assert_eq!(workshop.text(&output), "old", "{name}");
        assert_eq!(workshop.names("."), [output.as_str(), "plan.txt"], "{name}");
    });
}

#[test]
fn an_output_that_is_an_input_is_refused_and_the_input_stays() {
    each(|workshop, Format { name, extension, .. }| {
        let input = format!("in.{extension}");
        workshop.put_page(&input);
        for line in [
            format!("convert {input} -o {input}"),
            format!("convert {input} --format {name} -o ./{input}"),
            format!("convert {input} plan.txt --format {name} --out-dir . --only performed"),
        ] {
            // The name of an output of two extensions (`excel.csv`) is not that of its input.
            if line.contains("--out-dir") && extension.contains('.') {
                continue;
            }
            workshop.run(&line).exits(2).says("is an input and would be overwritten");
        }
        assert_eq!(workshop.text(&input), page(), "{name}");
        assert_eq!(workshop.names("."), [input.as_str(), "plan.txt"], "{name}");
    });
}

#[cfg(unix)]
#[test]
fn a_link_to_an_input_is_that_input() {
    each(|workshop, Format { name, .. }| {
        std::os::unix::fs::symlink("plan.txt", workshop.path("link")).unwrap();
        let line = format!("convert plan.txt --format {name} -o link");
        workshop.run(&line).exits(2).says("`link` is an input and would be overwritten");
        assert_eq!(workshop.text("plan.txt"), page(), "{name}");
    });
}

#[test]
fn a_folder_that_takes_no_file_is_an_error() {
    each(|workshop, Format { name, extension, .. }| {
        workshop.put("file", "kept").put("folder/inside", "kept");
        let run = |to: &str| workshop.run(&format!("convert -q plan.txt --format {name} {to}"));
        run(&format!("-o file/out.{extension}")).exits(4).says("could not be written\n  cause: ");
        run(&format!("-o missing/out.{extension}"))
            .exits(4)
            .says("could not be written\n  cause: ");
        run("-o folder").exits(4).says("`folder` could not be written\n  cause: ");
        run("--out-dir file").exits(4).says("the folder `file` could not be created\n  cause: ");
        run("--out-dir file/out").exits(4).says("could not be created\n  cause: ");
        assert_eq!(workshop.names("."), ["file", "folder", "plan.txt"], "{name}");
        assert_eq!(workshop.names("folder"), ["inside"], "{name}");
        assert_eq!(workshop.text("file"), "kept", "{name}");
    });
}

/// The kernel makes the files of `/proc`; nobody else may, root neither.
#[cfg(target_os = "linux")]
#[test]
fn a_folder_of_the_kernel_is_read_only() {
    each(|workshop, Format { name, extension, .. }| {
        let run = |to: &str| workshop.run(&format!("convert -q plan.txt --format {name} {to}"));
        let ran = run(&format!("-o /proc/out.{extension}")).exits(4);
        assert!(!ran.err.contains(".phuluc-"), "{}", ran.err);
        ran.says("could not be written\n  cause: ");
        run("--out-dir /proc").exits(4).says("error: `/proc/plan.").says("could not be written");
        run("--out-dir /proc/out").exits(4).says("the folder `/proc/out` could not be created");
    });
}

#[test]
fn a_format_that_fails_leaves_nothing_half_done() {
    let names: Vec<_> = FORMATS.iter().map(|format| format.name).collect();
    let line = format!("convert -q plan.txt --out-dir out --format {}", names.join(","));
    each(|workshop, Format { extension, .. }| {
        workshop.put(format!("out/plan.{extension}/inside"), "kept");
        workshop.run(&line).exits(4).says(&format!("plan.{extension}` could not be written"));
        assert_eq!(workshop.names(&format!("out/plan.{extension}")), ["inside"]);
        let hidden = workshop.names("out").into_iter().filter(|name| name.starts_with('.'));
        assert_eq!(hidden.count(), 0, "{extension}");
    });
}
