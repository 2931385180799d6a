### What the workbook shows.

## Names of sheets, and the foot of a printed page

book-tasks = Tasks
book-doubts = To check
book-summary = Summary
book-page = Page

## Columns of the sheet of tasks

book-section = Section
book-section_title = Title of section
book-start = Start
book-end = End
book-due = Due
book-not_performed_note = Words that say so
book-bound = How the day counts
book-schedule = Schedule
book-id = Id of task
book-line = Line
bound-before = before the day
bound-by = by the end of the day
bound-on = on the day

## Columns of the sheet of what to check

book-severity = Weight
book-issue = Issue
book-cell = Cell
book-column = Column
book-words = Words
book-suggestion = Suggestion
book-details = Details
book-code = Code
book-overlong = The cell is longer than 32,767 characters; it goes on in the column “Words”
book-overlong_details = the text is longer than a cell of Excel; here it goes on

## The summary

book-count = Tasks
book-count_performed = Performed
book-count_not_performed = Not performed
book-number = No.
book-empty = (empty)
book-whole = The whole document
book-chosen = The chosen tasks
book-total = Total
book-choice = { $kept } of the { $read } tasks of the document were chosen: { $only }
book-by_lead = By lead unit
book-by_lead_note = A task with several lead units is counted for each of them.
book-by_quarter = By quarter in which they are due
book-by_quarter_note = A task that is due in several quarters is counted for each of them.
book-by_section = By section
book-by_section_of = By section: { $appendix }
book-issued_with = Issued with: { $document }
book-quarter = Quarter { $quarter }/{ $year }
book-continuous = Continuous
book-recurring = Recurring
book-frequency = So often in a period
book-relative = After an event
book-on_demand = On demand
book-by_reference = As another document says
book-unparsed = Not understood
