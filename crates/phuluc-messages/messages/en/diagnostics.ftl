### What was doubted or lost. The key is the code, or the code and a variant; `.title` says in a few words
### what the code is about.

## The input or a page of it

no_table =
    .title = No task table was found
no_table-lines = no header of a task table was found: a line that begins with TT or STT and names a task and a unit, a product or a time
no_table-pages = no task table was found: a header that names a task and a unit, a product or a time

no_tasks = the table has a header and no task under it
    .title = The table has a header and no task

shredded_text = the lines are pieces of a few letters, as a rotated page gives them; flatten the PDF with a tool that turns the page
    .title = The text is in pieces (a rotated page) and cannot be read

order_lost = the text does not follow the cells of the table, as where a program reads a page by columns or mixes the lines of several cells; its rows are left out: read the PDF itself, or flatten it with Tika, PyMuPDF or `pdftotext -raw`
    .title = The text has lost the order of the cells and cannot be read

words_unaccounted = { $found } words came in and { $accounted } are accounted for; this is a fault of the reader
    .title = Some words are nowhere in the result

file_truncated = the end of the PDF is missing; { $pages ->
        [one] { $pages } page
       *[other] { $pages } pages
    } could be read, others may be lost; fetch it again
    .title = The end of the file is missing

pages_missing = the PDF counts { $counted } pages and only { $found } can be found; fetch or export it again
    .title = The file has fewer pages than it says

page_unreadable =
    .title = What is drawn on the page cannot be decoded
page_unreadable-whole_page = what is drawn on the page cannot be decoded; fetch or export the PDF again
page_unreadable-rest_of_page = what is drawn on the page breaks off and its rest is lost; fetch or export the PDF again

page_scanned = the page is an image without text; run OCR over it first
    .title = The page is an image without text

page_skipped = page { $page } is between two pages of a table and none of its text was taken for rows
    .title = No row was read on a page in the middle of a table

page_cut_short =
    .title = The page has too much on it, and the rest was not read
page_cut_short-letters = the page holds more than { $limit } letters (max_page_glyphs); the rest was not read
page_cut_short-corners = the page holds more than { $limit } corners of lines (max_page_points); the rest was not read
page_cut_short-rules = the page holds more lines than tables have; the rest was not read
page_cut_short-operations = the page takes more than { $limit } operations to be drawn (max_page_operations); the rest was not read
page_cut_short-forms = the page calls more than { $limit } forms (max_page_forms); the rest was not read
page_cut_short-depth = the page has forms that call each other more than { $limit } deep, or one that calls itself (max_form_depth); the rest was not read
page_cut_short-bytes = the page unpacks more than { $limit } bytes again and again (max_decoded_bytes); the rest was not read
page_cut_short-headers = the page has { $found } lines that may head tables, more than the limit of { $limit } (max_page_headers); tables from here on were not looked for

text_map_incomplete = the PDF has no text for { $unmapped } of { $letters } letters on the page, only their shapes
    .title = Some letters have only a shape in the file, and no text

engines_disagree =
    .title = The two PDF engines read different words
engines_disagree-both = the engines read different words: only { $engine } reads { $words }{ $more ->
        [0] { "" }
       *[other] { " and " }{ $more } more
    }; only { $other_engine } reads { $other_words }{ $other_more ->
        [0] { "" }
       *[other] { " and " }{ $other_more } more
    }
engines_disagree-one = the engines read different words: only { $engine } reads { $words }{ $more ->
        [0] { "" }
       *[other] { " and " }{ $more } more
    }

second_opinion_missing = there is no second opinion from { $engine }: { $reason }
    .title = There is no result of the second PDF engine

columns_by_spaces = the columns are kept by spaces; where a single space separates two cells, their border was found by words and widths, so look the cells over or read the PDF itself
    .title = The columns are kept by spaces only; check the borders of the cells

not_repeated = cells over several rows and titles over several sections are too long to be repeated in { $rows ->
        [one] { $rows } row or section
       *[other] { $rows } rows and sections
    } (at most { $words } words and { $times } times those of the tables are repeated)
    .title = A merged cell or a title is too long to be repeated in each row

encoding_decoded =
    .title = The text was in an old encoding and was changed to Unicode
encoding_decoded-lines = { $count ->
        [one] line { $first } was in an old encoding, { $encoding }, and was decoded
       *[other] lines { $first } to { $last } were in an old encoding, { $encoding }, and were decoded
    }
encoding_decoded-lines_without_horn = { $count ->
        [one] line { $first } was in an old encoding, { $encoding }, and was decoded; no `ư` is in it
       *[other] lines { $first } to { $last } were in an old encoding, { $encoding }, and were decoded; no `ư` is in them
    }, so a tool has dropped or changed that letter before
encoding_decoded-pages = text on { $pages } was in an old encoding, { $encoding }, and was decoded

encoding_suspected =
    .title = The text may be in an old encoding and was left as it is
encoding_suspected-lines = the text may be in an old encoding and was left as it is; save it as Unicode
encoding_suspected-pages = text on { $pages } may be in an old encoding and was left as it is; export it with fonts in Unicode

## A row, a section or a cell of it

row_too_long = row { $row } is longer than the limit and is whole in its task (max_row_words)
    .title = The row is too long and was not cut into cells
row_too_long-unnumbered = a row without a number is longer than the limit and is whole in its task (max_row_words)

cell_too_long = a cell has { $found } characters, more than the limit of { $limit } (max_cell_chars); it is kept whole, so look whether it is one cell
    .title = The cell is longer than cells are; it was kept whole

close_reading = row { $row } can be cut into cells in two ways that are nearly as likely; check its cells
    .title = Two ways to cut the row into cells are nearly as likely; check its cells
close_reading-unnumbered = a row without a number can be cut into cells in two ways that are nearly as likely; check its cells

lines_misfit = row { $row } has lines that do not fit the widths of their columns, as where lines of several cells are mixed; check its cells
    .title = Lines do not fit the widths of their columns; cells may be mixed
lines_misfit-unnumbered = a row without a number has lines that do not fit the widths of their columns, as where lines of several cells are mixed; check its cells

table_doubtful = row { $row } is in a table of which many rows are doubtful, so it may be wrong too; check its cells, or read the PDF itself
    .title = Many rows of the table are doubtful, so this one is too
table_doubtful-unnumbered = a row without a number is in a table of which many rows are doubtful, so it may be wrong too; check its cells, or read the PDF itself

ragged_row = the row has { $found } cells and the header { $columns }
    .title = The row has more or fewer cells than the table has columns

task_missing = row { $row } has no task
    .title = The task is missing

lead_missing = row { $row } has no lead unit
    .title = The lead unit is missing

number_out_of_order = number { $number } follows { $previous }
    .title = The number does not follow the number before it

section_out_of_order = section { $number } follows section { $previous }
    .title = The section does not follow the section before it

section_empty = section { $number } has no task
    .title = The section has no task

date_invalid =
    .title = The day is in no calendar
date_invalid-issue = { $date } is not a day; the date of issue is left out
date_invalid-day = «{ $words }» names a day that no calendar has
date_invalid-range = «{ $words }» ends before it begins

schedule_unparsed = «{ $words }» is not a time that can be put into dates
    .title = The time was not understood

year_unknown = neither «{ $words }» nor the document says which year is meant
    .title = The year of the time is not known

impossible_syllable = «{ $word }» is no Vietnamese
    .title = The syllable is not Vietnamese
impossible_syllable-pair = «{ $word }» is no Vietnamese; «{ $pair }» is
impossible_syllable-digit = «{ $word }» has the digit { $digit } for a letter; «{ $meant }» makes a word here

confusable_syllable = «{ $word }» makes no word here; «{ $pair }» would
    .title = The syllable may have a wrong mark

lost_initial = «{ $word }» may have lost its first letter; «{ $pair }» is a word
    .title = The first letter may be lost

acronym_lookalike = «{ $word }» may be the abbreviation «{ $meant }»
    .title = The abbreviation may have a wrong mark

lookalike_letter = «{ $letter }» ({ $points }) is written for «{ $meant }» in «{ $word }»{ $more ->
        [0] { "" }
        [one] { " and one more word" }
       *[other] { " and " }{ $more } more words
    }
    .title = A letter of another alphabet looks like a Vietnamese one

tone_order = a mark of tone in «{ $words }» is before the mark of its vowel
    .title = The mark of tone is before the mark of the vowel

proper_name_case = the name of a body, «{ $words }», begins with a small letter
    .title = The name of a body begins with a small letter

cell_ends_in_comma = the text ends in a comma
    .title = The cell ends in a comma

flag_with_duty = row { $row } is said not to be performed («{ $words }») and has a product or a time
    .title = The task is said not to be performed and has a product or a time
