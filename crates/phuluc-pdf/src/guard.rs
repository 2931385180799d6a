//! What the engine hayro will cost, counted before it is asked, and how its failures are caught.
//!
//! hayro has almost no limits: it searches a damaged file for objects, unpacks whole streams and draws
//! pages to their end, and nothing can stop it on the way. So each file here repeats one behaviour of
//! hayro with numbers only, and nothing is handed to hayro that would pass a limit.
//! A count may be too large, never too small. The second engine (`pdf-extract`) has only the check of
//! opening a file before it, and runs only when it is asked for.
//!
//! # Versions
//!
//! The behaviours are those of the versions in [`MIRRORED`]. A test (`tests/tests/mirrored.rs`) compares
//! them with `Cargo.lock`.
//!
//! # What is mirrored
//!
//! | File here | Behaviour | Where in the engine |
//! | --- | --- | --- |
//! | `object_head` | where objects begin | hayro-syntax `xref.rs`: `fallback_xref_map_inner`; `object/indirect.rs` |
//! | `search_cost` | the search for objects if the table of objects is wrong, and the end of each object | hayro-syntax `xref.rs`: `fallback`, `repair`; `skip_with_depth` in `object/mod.rs`, `dict.rs`, `array.rs` |
//! | `opening_cost` | which streams are unpacked when a file opens | hayro-syntax `xref.rs`: `populate_from_xref_stream`, `ObjectStream::new` |
//! | `encrypted` | the same for encrypted streams, decrypted by the engine itself | hayro-syntax `xref.rs`: `get_decryptor`; `crypto/mod.rs` |
//! | `filter_length` | how long a stream becomes when its filters are undone | hayro-syntax `object/stream.rs`: `decoded_image`; `filter/*.rs` |
//! | `deflate_length` | the same of deflated data: the strict ways, then the one for damaged data | hayro-syntax `filter/lzw_flate.rs`: `flate::decode`, `fallback::decode` |
//! | `unpack_budget` | what is loaded and kept: fonts and colour spaces once, the rest at each use | hayro-interpret `cache.rs`, `context.rs`; hayro-syntax `page.rs`: `Resources` |
//! | `width_count` | the tables of the widths of a font | hayro-font `true_type.rs`: `read_widths`; `cid.rs`: `read_widths`, `read_widths2` |
//! | `page_cost` | the operations of a page and of the forms that it calls | hayro-syntax `content/mod.rs`: `UntypedIter`; hayro-interpret `interpret/mod.rs`, `x_object/form.rs` |
//! | `content_break` | where the parsing of the content of a page stops without a word | hayro-syntax `content/mod.rs`: `read_instruction`, `read_inline_image` |
//! | `picture_cost` | what is drawn on a page, with what is repeated in patterns, masks and letters | hayro-interpret `device.rs`, `pattern.rs`, `x_object/soft_mask.rs`; hayro-svg |
//! | `image_pixels` | how many pixels an image unpacks to | hayro-syntax `filter/ccitt.rs`, `dct.rs`, `jpx.rs` |
//! | `catch` | panics of any engine become errors | — |
//!
//! # Numbers copied from the engine
//!
//! | Constant here | Value | In the engine |
//! | --- | --- | --- |
//! | `search_cost::DEEPEST` | 512 | hayro-syntax `object/mod.rs`: `MAX_OBJECT_NESTING_DEPTH` |
//! | `DEPTH` in `phuluc_page::canvas` | 50 | hayro-interpret `context.rs`: `MAX_NESTED_INTERPRETATION_DEPTH` |
//! | `filter_length::{CLEAR, END, STRINGS}` | 256, 257, 4096 | hayro-syntax `filter/lzw_flate.rs`: `CLEAR_TABLE`, `EOD`, `MAX_ENTRIES` |
//! | `width_count::{ONE_PART, TWO_PARTS}` | 8 and 32 bytes | the size of hayro-font's `Width`, and of an entry of its maps with the room that a map keeps free |
//!
//! # What happens when a count is too large
//!
//! - Opening, searching, unpacking: reading fails with an error that names the limit
//!   (`TooManySearchedBytes`, `TooManyDecodedBytes`), before the engine sees the file or the page.
//! - Drawing a page for its text: only the part of the page up to the limit is drawn, and the
//!   diagnostic `page_cut_short` names the limit.
//! - Drawing a page as a picture: the page has no picture in the review sheet, which says why.
//!
//! # When a version changes
//!
//! 1. Compare the files of the first table in the old and the new version (`diff -ru` of their folders
//!    in `~/.cargo/registry/src`). Has a behaviour changed? Then change the file here.
//! 2. Compare the constants of the second table.
//! 3. Look for new work without a limit: new filters, new objects that are unpacked at once, new calls
//!    from one content into another.
//! 4. If hayro has got limits of its own, delete the file here that they replace.
//! 5. Run `cargo test -p phuluc-pdf` and `cargo test -p phuluc-tests --test hostile --test pdf`, and the
//!    fuzz targets for some minutes.
//! 6. Write the new versions into [`MIRRORED`].

pub(crate) mod catch;
pub(crate) mod content_break;
mod deflate_length;
mod encrypted;
mod filter_length;
#[cfg(feature = "pictures")]
mod image_pixels;
mod object_head;
pub(crate) mod opening_cost;
pub(crate) mod page_cost;
#[cfg(feature = "pictures")]
pub(crate) mod picture_cost;
mod search_cost;
pub(crate) mod unpack_budget;
mod width_count;

/// The crates of the engine whose behaviour is counted in advance, with their versions.
///
/// Change a version only after the checklist in the documentation of `src/guard.rs`.
pub const MIRRORED: [(&str, &str); 4] = [
    ("hayro-font", "0.5.0"),
    ("hayro-interpret", "0.9.0"),
    ("hayro-svg", "0.9.0"),
    ("hayro-syntax", "0.9.0"),
];
