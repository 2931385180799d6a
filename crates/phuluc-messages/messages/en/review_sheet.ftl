### What the review sheet shows.

## Its head

sheet-title = Review sheet
sheet-title_of = Review sheet: { $name }
sheet-counts = { $name } · { $pages } pages · { $tasks } tasks · to check: { $doubts }
sheet-move = Move
sheet-doubt = To check
sheet-nth_doubt = To check: place
sheet-help = Help

## The input

sheet-file = File
sheet-chosen = Chosen tasks
sheet-word_count = Words
sheet-words = { $words } words: { $cells } in cells, { $headings } in headings
sheet-words_left_out = { $count } { $reason }
remainder-running_head = in running heads
remainder-page_number = in page numbers
remainder-repeated_header = in repeated headers of tables
remainder-letterhead = in letterheads
remainder-footnote = in footnotes
remainder-signature_block = in the signature
remainder-ornament = in ornaments
remainder-column_numbers = in numbers of columns
remainder-note_row = in rows of notes and sums
remainder-watermark = in watermarks
remainder-outside_table = outside the table

## Pages

sheet-page = Page { $page }
sheet-original_page = Original, page { $page }
sheet-no_task = No task begins on this page.
sheet-box_on_page = { $row }, page { $page }: see the record
sheet-box_on_line = { $row }, line { $line }: see the record
sheet-blank_undrawn = This page could not be drawn; see it in the original file.
sheet-blank_unable = This program was built without the part that draws pages; see the page in the original file.
sheet-blank_too_much = The page has too many letters, lines or images to be drawn; see it in the original file.
sheet-blank_pages = This sheet draws only { $limit } pages (max_view_pages); see this page in the original file.
sheet-blank_bytes = The pages before took all { $limit } bytes that pictures of pages may have (max_view_bytes); see this page in the original file.

## Records

sheet-section_of = Section { $section }
sheet-task_of = Task { $task }
sheet-name = Title
sheet-issuer = Issued by
sheet-unit = Unit
sheet-issued_with = Issued with
sheet-issued_on = on { $day }
sheet-column_of = Column «{ $label }»
sheet-checked = Checked
sheet-empty = (empty)
sheet-found = : «{ $words }»
sheet-suggested = , may be «{ $words }»
sheet-on_line = (line { $line })
sheet-on_page = (page { $page })

## The signature

sheet-confirmation = Confirmation
sheet-i_confirm = I have compared the tasks in this sheet with the original and confirm that they are right, except where it is noted.
sheet-reviewer = Reviewer (signature and full name)
sheet-post = Unit, post
sheet-date = Date

## Help

sheet-help_doubt = the next / previous place to check
sheet-help_task = the next / previous task
sheet-help_cell = the next cell
sheet-help_enter = on a task or a cell: show where it is on the page; on a frame on the page: open its task
sheet-help_help = open or close this help
sheet-help_rest = A click on a task, a cell or a frame on the page does the same. The words after → are what the cell was understood as. No word of the document was changed.
sheet-close = Close
