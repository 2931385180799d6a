//! The calendar, read back by a small reader of RFC 5545.

use phuluc_model::{
    Appendix, Bound, Date, Diagnostic, Document, Draft, IssuedWith, Period, Place, Placed,
    Schedule, Section, Task, Text, Timing, validate,
};

use super::write;
use crate::sample;

const fn day(year: i16, month: i8, day: i8) -> Date {
    Date::constant(year, month, day)
}

fn text(value: &str) -> Text {
    Text::new(value.to_owned(), Place::START)
}

/// An appendix of 2024 with a task for each time.
fn document(timings: Vec<Timing>) -> Document {
    let task = |timing| {
        let mut task = Task { task: Some(text("Báo cáo; gửi")), ..Task::empty(Place::START) };
        task.meaning.schedule = Some(Schedule::new(timing));
        task
    };
    let tasks = timings.into_iter().map(task).collect();
    let appendix = Appendix {
        title: Some(text("Kế hoạch năm 2024")),
        year: Some(Placed::new(2024, Place::START)),
        issued_with: Some(IssuedWith {
            number: Some(text("165/KH-MNBT")),
            date: Some(Placed::new(day(2024, 6, 5), Place::START)),
            ..IssuedWith::default()
        }),
        sections: vec![Section { title: Some(text("Một, hai")), tasks, ..Section::default() }],
        ..Appendix::empty(Place::START)
    };
    whole(appendix)
}

fn whole(appendix: Appendix) -> Document {
    let draft = Draft { appendices: vec![appendix], ..Draft::default() };
    validate(draft, &mut Vec::new())
}

fn written(document: &Document, diagnostics: &[Diagnostic]) -> String {
    let mut bytes = Vec::new();
    write(&sample::report(document, diagnostics), &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// A component: its name, its properties with their parameters, and the components inside.
#[derive(Debug, Default)]
struct Component {
    name: String,
    properties: Vec<(String, String)>,
    inside: Vec<Self>,
}

impl Component {
    fn all(&self, name: &str) -> Vec<&str> {
        let found = self.properties.iter().filter(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str()).collect()
    }

    #[track_caller]
    fn one(&self, name: &str) -> &str {
        let [value] = self.all(name)[..] else { panic!("{name} of {self:?}") };
        value
    }
}

/// Reads content lines: unfolded, parted at the first colon, nested by BEGIN and END.
fn read(calendar: &str) -> Component {
    assert!(calendar.split_terminator("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')));
    let unfolded = calendar.replace("\r\n ", "");
    let mut open = vec![Component::default()];
    for line in unfolded.split_terminator("\r\n") {
        let (name, value) = line.split_once(':').unwrap();
        match name {
            "BEGIN" => open.push(Component { name: value.to_owned(), ..Component::default() }),
            "END" => {
                let closed = open.pop().unwrap();
                assert_eq!(closed.name, value);
                open.last_mut().unwrap().inside.push(closed);
            }
            _ => {
                let property = (name.to_owned(), unescaped(value));
                open.last_mut().unwrap().properties.push(property);
            }
        }
    }
    let [mut outside] = <[Component; 1]>::try_from(open).unwrap();
    assert!(outside.properties.is_empty() && outside.inside.len() == 1);
    outside.inside.remove(0)
}

fn unescaped(value: &str) -> String {
    let mut letters = value.chars();
    let mut text = String::new();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next().unwrap() {
                'n' | 'N' => text.push('\n'),
                other => text.push(other),
            },
            letter => text.push(letter),
        }
    }
    text
}

/// The only component of a calendar of one time.
#[track_caller]
fn only(timing: Timing) -> Component {
    let mut calendar = read(&written(&document(vec![timing]), &[]));
    assert_eq!((calendar.inside.len(), calendar.all("X-PHULUC-LEFT-OUT").len()), (1, 0));
    calendar.inside.remove(0)
}

#[test]
fn a_window_is_due_on_its_last_day() {
    let todo = only(Timing::Window { start: Some(day(2024, 4, 1)), end: day(2024, 6, 30) });
    assert_eq!(todo.name, "VTODO");
    assert_eq!(todo.one("DTSTART;VALUE=DATE"), "20240401");
    assert_eq!(todo.one("DUE;VALUE=DATE"), "20240630");
    assert_eq!(todo.one("UID"), "165/KH-MNBT#row-1@2024-06-05.phuluc");
    assert_eq!(todo.one("DTSTAMP"), "20240605T000000Z");
    assert_eq!(todo.one("SUMMARY"), "Báo cáo; gửi");
    assert_eq!(todo.one("CATEGORIES"), "Một, hai");
    let [alarm] = &todo.inside[..] else { panic!("{todo:?}") };
    assert_eq!((alarm.one("ACTION"), alarm.one("TRIGGER;RELATED=END")), ("DISPLAY", "-P6DT15H"));
    let short = only(Timing::Window { start: Some(day(2024, 4, 1)), end: day(2024, 4, 1) });
    assert!(
        short.all("DTSTART;VALUE=DATE").is_empty(),
        "a start on the day it is due is forbidden"
    );
}

#[test]
fn a_deadline_before_a_day_is_due_the_day_before() {
    let due = day(2024, 3, 1);
    let check = |bound, expected: &str| {
        let todo = only(Timing::Deadline { due, bound });
        assert_eq!((todo.name.as_str(), todo.one("DUE;VALUE=DATE")), ("VTODO", expected));
    };
    check(Bound::Before, "20240229");
    check(Bound::By, "20240301");
}

#[test]
fn what_happens_on_a_day_is_an_event() {
    let event = only(Timing::Date { due: day(2024, 11, 20) });
    assert_eq!((event.name.as_str(), event.one("DTSTART;VALUE=DATE")), ("VEVENT", "20241120"));
    assert_eq!(event.one("TRANSP"), "TRANSPARENT");
    assert_eq!(event.inside[0].one("TRIGGER"), "-PT15H");
}

#[test]
fn what_recurs_begins_with_the_plan_and_ends_with_its_year() {
    let rule = |rule: &str, bound| {
        let event = only(Timing::Recurring { rrule: Some(rule.to_owned()), bound });
        [event.one("DTSTART;VALUE=DATE"), event.one("RRULE")].map(str::to_owned)
    };
    let monthly = "FREQ=MONTHLY;BYMONTHDAY=8";
    assert_eq!(rule(monthly, Bound::By), ["20240608", "FREQ=MONTHLY;BYMONTHDAY=8;UNTIL=20241231"]);
    let before = ["20240607", "FREQ=MONTHLY;BYMONTHDAY=7;UNTIL=20241231"];
    assert_eq!(rule(monthly, Bound::Before), before);
    let two_years = "FREQ=YEARLY;INTERVAL=2;BYMONTH=12;BYMONTHDAY=31";
    assert_eq!(rule(two_years, Bound::By), ["20251231", two_years]);
}

#[test]
fn a_list_is_several_components() {
    let window = |month| Schedule::new(Timing::Window { start: None, end: day(2024, month, 30) });
    let items = vec![window(6), Schedule::new(Timing::Unparsed), window(9)];
    let calendar = read(&written(&document(vec![Timing::List { items }]), &[]));
    let told: Vec<_> =
        calendar.inside.iter().map(|c| (c.one("UID"), c.one("DUE;VALUE=DATE"))).collect();
    assert_eq!(
        told,
        [
            ("165/KH-MNBT#row-1/1@2024-06-05.phuluc", "20240630"),
            ("165/KH-MNBT#row-1/3@2024-06-05.phuluc", "20240930"),
        ]
    );
    assert_eq!(calendar.one("X-PHULUC-LEFT-OUT;VALUE=INTEGER;X-KIND=unparsed"), "1");
}

#[test]
fn what_has_no_day_is_counted() {
    let event = "khi có".to_owned();
    let timings = vec![
        Timing::Continuous { start: Some(day(2024, 1, 1)), end: Some(day(2024, 12, 31)) },
        Timing::Continuous { start: None, end: None },
        Timing::Recurring { rrule: None, bound: Bound::By },
        Timing::Recurring { rrule: Some("FREQ=DAILY".to_owned()), bound: Bound::Before },
        Timing::Frequency { times: 2, per: Period::Year, at_least: true },
        Timing::OnDemand { event: event.clone() },
        Timing::ByReference { event },
        Timing::Unspecified,
    ];
    let count = timings.len();
    let calendar = read(&written(&document(timings), &[]));
    assert!(calendar.inside.is_empty());
    let left_out: Vec<(&str, usize)> = calendar
        .properties
        .iter()
        .filter_map(|(key, value)| {
            let kind = key.strip_prefix("X-PHULUC-LEFT-OUT;VALUE=INTEGER;X-KIND=")?;
            Some((kind, value.parse().unwrap()))
        })
        .collect();
    let expected = [
        ("by_reference", 1),
        ("continuous", 2),
        ("frequency", 1),
        ("on_demand", 1),
        ("recurring", 2),
        ("unspecified", 1),
    ];
    assert_eq!(left_out, expected);
    assert_eq!(left_out.iter().map(|(_, times)| times).sum::<usize>(), count);
}

#[test]
fn a_task_that_is_not_performed_is_there_without_a_reminder() {
    let (document, diagnostics) = sample::document();
    let calendar = read(&written(&document, &diagnostics));
    let [second, third] = &calendar.inside[..] else { panic!("{calendar:?}") };
    assert_eq!(
        (second.one("DUE;VALUE=DATE"), third.one("DUE;VALUE=DATE")),
        ("20240630", "20240930")
    );
    assert!(second.inside.is_empty());
    assert_eq!(second.all("CATEGORIES"), ["Chỉ đạo, điều hành", "Không thực hiện"]);
    assert_eq!(
        second.one("DESCRIPTION"),
        format!(
            "Đơn vị chủ trì: Phòng Nội vụ\nSản phẩm: =1+1\nThời gian: Quý II\nQuý III\n\
             Không thực hiện: không thực hiện nội dung này\nCăn cứ: {}\nnote: -5\n\
             Nguồn: sample.txt, trang 2",
            sample::DECOMPOSED
        )
    );
    assert_eq!(calendar.one("NAME"), "Phân công nhiệm vụ");
    assert_eq!(calendar.one("X-PHULUC-LEFT-OUT;VALUE=INTEGER;X-KIND=unspecified"), "1");
}

#[test]
fn without_a_date_the_stamp_is_fixed_and_the_source_tells_editions_apart() {
    let mut task = Task { task: Some(text("Báo cáo")), ..Task::empty(Place::START) };
    task.meaning.schedule = Some(Schedule::new(Timing::Date { due: day(2024, 11, 20) }));
    let rule = Some("FREQ=DAILY".to_owned());
    let mut again = task.clone();
    again.meaning.schedule =
        Some(Schedule::new(Timing::Recurring { rrule: rule, bound: Bound::By }));
    let sections = vec![Section { tasks: vec![task, again], ..Section::default() }];
    let document = whole(Appendix { sections, ..Appendix::empty(Place::START) });
    let calendar = read(&written(&document, &[]));
    let [event] = &calendar.inside[..] else { panic!("{calendar:?}") };
    assert_eq!(event.one("DTSTAMP"), "19700101T000000Z");
    assert_eq!(event.one("UID"), "appendix-1#row-1@e3b0c44298fc1c14.phuluc");
    // Nobody knows when it begins.
    assert_eq!(calendar.one("X-PHULUC-LEFT-OUT;VALUE=INTEGER;X-KIND=recurring"), "1");
}
