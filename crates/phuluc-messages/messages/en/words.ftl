### Words that several outputs show.

## The usual labels of columns, by role

column-number = No.
column-task = Task
column-lead_unit = Lead unit
column-coordinating_unit = Coordinating unit
column-product = Product
column-timeframe = Timeframe
column-note = Note
column-extra = Other column

## How much a diagnostic weighs

severity-error = Error
severity-warning = Warning
severity-info = Note

## Rows and what is around them

appendix = Appendix
not_performed = Not performed
source = Source: { $name }, page { $page }
choice = { $kept } of { $read } tasks: { $only }
