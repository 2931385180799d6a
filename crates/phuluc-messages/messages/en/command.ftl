### What the command says beside the diagnostics and the errors of the library.

## The lines on standard error

line-error = error: { $sentence }
line-cause = cause: { $sentence }
line-note = note: { $sentence }
line-warning = warning: { $sentence }
line-fault = phuluc failed; please report this
severity_name-error = error
severity_name-warning = warning
severity_name-info = info

## The switches that help with an error or a diagnostic

switch-password_file = { $sentence } (--password-file)
switch-remainder = { $sentence }; look at `inspect --stage remainder`

## Why the command line cannot be followed

error-several_on_stdout = several inputs or formats do not fit on standard output; give --out-dir DIR
error-several_in_one_file = -o takes one input and one format; give --out-dir DIR for several
error-same_output = `{ $first }` and `{ $second }` would both be written to `{ $output }`; convert them apart
error-output_is_input = `{ $output }` is an input and would be overwritten; choose another output
error-manifest_without_folder = a manifest needs a folder for the outputs; give --out-dir DIR
error-report_on_stdout = the report goes to standard output, and so do the records; give -o FILE or --out-dir DIR
error-stdin_twice = standard input can be read only once
error-not_a_folder = `{ $path }` is not a folder
error-no_such_command = there is no command `{ $name }`; phuluc --help names them
error-password_file = the password file `{ $path }` could not be read
error-no_shard = a shard is written 1/4: the first of four

## Why an input was not converted

error-unreadable = `{ $name }` could not be read
error-input_too_long = `{ $name }` is longer than the limit of { $limit } bytes (max_bytes); split it
error-no_table = `{ $name }` holds no task table, so nothing of it was converted
error-nothing_to_compare = `{ $name }` holds no task table to compare; give the PDF or the text of a plan
error-no_files = `{ $name }` holds no file to read
error-no_memory = there was no memory to begin with `{ $name }`; allow more (--memory)

## Why an output was not written

error-unwritten_file = `{ $path }` could not be written
error-unwritten_folder = the folder `{ $path }` could not be created
error-unwritten_stdout = standard output could not be written
error-unwritten_records = the records of `{ $name }` could not be written

## Why a manifest cannot be used

error-manifest_io = the manifest `{ $path }` cannot be read or written
error-manifest_foreign = `{ $path }` is no manifest of phuluc; choose another file (--manifest)
error-manifest_locked = another run is writing to the manifest `{ $path }`; wait for it, or give --shard or --manifest

## Processes that read documents

worker-none = no worker process can be started
worker-not_started = `{ $name }` was not read: no worker process could be started
worker-interrupted = `{ $name }` was not read to its end
worker-time_limit = `{ $name }` was not read within { $seconds } seconds (--timeout)
worker-ended = `{ $name }` was not read: its worker process { $how }
worker-bad_answer = `{ $name }` was not read: the answer of its worker is not sound
worker-panicked = phuluc failed on `{ $name }`, which is its own fault; please report it with the file
worker-set_aside = `{ $name }` is set aside: several runs ended while they were at it; --retry-failed tries it again
isolated-ended = the document was not read: the process that read it { $how }
isolated-time_limit = took longer than { $seconds } seconds
death-memory = asked for more than { $memory } MiB of memory (--memory)
death-stack = overflowed its stack
death-cpu = used more than { $seconds } seconds of the processor (--timeout)
death-signal = was ended by signal { $signal }
death-exit = ended with { $exit } and message «{ $last }»
death-silent = nothing
error-answer_line = it does not begin with a line of JSON that a worker says
error-answer_version = it is of version { $version }
error-answer_status = no worker says of itself that it is `{ $status }`
error-answer_outputs = it holds other outputs than were asked for
error-answer_length = it is shorter or longer than it says
error-answer_hash = the { $format } is not what was made
error-answer_kind = the { $format } is no such file
error-job_read = the job could not be read
error-job_line = the job is no line of JSON that a worker knows
error-job_version = the job is of version { $version }, and the worker is not
error-job_unknown = the job asks for `{ $name }`, which the worker does not know
error-job_short = the input of the job ends too early
error-job_other_bytes = the input of the job is not the one whose SHA-256 it names

## A run over inputs

run-left_out = `{ $name }` was left out: { $reason }
run-failed_earlier = `{ $name }` failed in an earlier run ({ $status }); --retry-failed tries it again
run-filtered = `{ $name }`: { $kept } of { $read } tasks are { $only }; the others are left out, with { $doubts } doubts about them
run-and = { $before } and { $after }
run-so_far = { $done } of { $inputs } inputs done, { $failed } of them failed
run-total = { $inputs } inputs: { $counts }
run-total_with_earlier = { $inputs } inputs: { $counts } ({ $earlier } of them by an earlier run)
run-status_count = { $count } { $status }
run-see = { $sentence }; see { $path }
status-converted = converted
status-converted_with_losses = converted_with_losses
status-left_out = left_out
status-no_table = no_table
status-failed = failed
status-unwritten = unwritten
status-panicked = panicked
status-stack_overflow = stack_overflow
status-out_of_memory = out_of_memory
status-cpu_limit = cpu_limit
status-time_limit = time_limit
status-aborted = aborted
status-bad_answer = bad_answer
status-not_started = not_started
status-set_aside = set_aside
status-interrupted = interrupted
status-not_begun = not_begun

## Fixtures

check-orphan = `{ $path }` belongs to no input
check-wrote = wrote `{ $path }`
check-missing = `{ $path }` is missing; --update writes it
check-as_read = { $name } as read now
check-agree = { $count } agree
check-differ = { $count } differ
check-without_expected = { $count } without expected output
check-rewritten = { $count } rewritten
check-written = { $count } written
check-not_read = { $count } not read
check-without_input = { $count } without input

## Filters

error-filter_key = there is no key `{ $key }`; the keys are section=, lead=, due=, performed and not-performed
error-filter_empty = `{ $key }` needs words behind it, such as { $key }{ $example }
error-filter_day = `{ $day }` is no day; write 2026-06-30
error-filter_no_day = due= needs a day: 2026-01-01..2026-06-30, 2026-01-01.., ..2026-06-30 or 2026-06-30
error-filter_order = { $first } is after { $last }

## Roles of columns

error-column_no_role = there is no `=`; write LABEL=ROLE, such as "Thời điểm trình=timeframe"
error-column_no_label = there is no label before the `=`; write LABEL=ROLE, such as "Ai làm=lead_unit"
error-column_unknown_role = there is no role `{ $role }`; the roles are { $roles }

## The changes between two plans

diff-appendix = appendix { $name }
diff-section = section
diff-numbered_section = section { $number }
diff-in = { $table }: { $place }
diff-was = { $name } (was { $was })
diff-span = { $first } to { $last }
diff-renumbered = { $old } { $count ->
        [one] is
       *[other] are
    } now { $new }
diff-none = no difference: { $count } tasks are the same
diff-counts = { $added } added, { $removed } removed, { $moved } moved, { $changed } changed, { $renumbered } renumbered, { $same } the same
error-too_many_rows = { $old } old and { $new } new rows have words of their own, too many to compare each with each (max_steps { $limit }): rows worded anew are found by their numbers only
field-label = label
field-title = title
field-issuer = issuer
field-unit = unit
field-year = year
field-issued_with_type = issued_with.type
field-issued_with_number = issued_with.number
field-issued_with_date = issued_with.date
field-issued_with_issuer = issued_with.issuer
field-columns = columns
field-number = number
field-task = task
field-lead_unit = lead_unit
field-coordinating_unit = coordinating_unit
field-product = product
field-timeframe = timeframe
field-note = note
field-not_performed_note = not_performed_note
