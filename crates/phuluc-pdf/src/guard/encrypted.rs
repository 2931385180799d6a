//! Decrypts encrypted streams of objects without opening the file that holds them.
//!
//! Opening the file would unpack these streams, but they can be measured only after decryption. So a
//! small file is made of these streams and the encryption dictionary. It has no pages and no other
//! objects, so the engine opens it without unpacking anything.

use std::io::Write as _;

use hayro_syntax::object::{Array, Dict, MaybeRef, Object, ObjectIdentifier, Stream};
use hayro_syntax::{Pdf, PdfData};

use crate::engine::hayro;
use crate::guard::object_head::{ENCRYPT, ENCRYPT_RARE, ObjectHead, places, read};

/// The keyword before the last dictionary of a file.
const TRAILER: &[u8] = b"trailer";

/// A file that holds only these streams; `None` if it does not open, or if the original file has two
/// different encryption dictionaries.
pub(crate) fn alone(
    bytes: &[u8],
    heads: &[ObjectHead],
    streams: &[(u32, Stream<'_>)],
    password: &str,
) -> Option<Pdf> {
    let encryption = encryption(bytes, heads)?;
    hayro::opened(&PdfData::from(file(&encryption, streams)?), password).ok()
}

/// The stream of that number in such a file.
pub(crate) fn stream(pdf: &Pdf, number: u32) -> Option<Stream<'_>> {
    pdf.xref().get::<Stream<'_>>(ObjectIdentifier::new(number, 0))
}

/// How a file is encrypted: the bytes of its entries `Encrypt` and `ID`.
#[derive(PartialEq, Eq)]
struct Encryption<'b> {
    encrypt: &'b [u8],
    id: &'b [u8],
}

fn encryption<'b>(bytes: &'b [u8], heads: &[ObjectHead]) -> Option<Encryption<'b>> {
    let trailers = places(bytes, TRAILER, 0).map(|at| at + TRAILER.len());
    let dict_places = trailers.chain(heads.iter().map(|head| head.at));
    let dicts = dict_places.filter_map(|at| read::<Dict<'_>>(bytes, at));
    let encryptions: Vec<Encryption<'_>> = dicts
        .filter(|dict| dict.contains_key("Encrypt"))
        .map(|dict| encryption_in(&dict, bytes, heads))
        .collect::<Option<_>>()?;
    let known = encryptions.len() == places(bytes, ENCRYPT, ENCRYPT_RARE).count();
    let same = encryptions.iter().zip(encryptions.iter().skip(1)).all(|(a, b)| a == b);
    encryptions.into_iter().next().filter(|_| known && same)
}

fn encryption_in<'b>(
    dict: &Dict<'b>,
    bytes: &'b [u8],
    heads: &[ObjectHead],
) -> Option<Encryption<'b>> {
    let encrypt = match dict.get_raw::<Object<'_>>("Encrypt")? {
        MaybeRef::NotRef(object) => object.into_dict()?,
        MaybeRef::Ref(to) => {
            let number = to.obj_number;
            let mut there = heads.iter().filter(|head| head.number == Some(number));
            let (first, None) = (there.next()?, there.next()) else { return None };
            read::<Dict<'_>>(bytes, first.at)?
        }
    };
    let id = dict.get::<Array<'_>>("ID").map_or(&b""[..], |id| id.data());
    Some(Encryption { encrypt: encrypt.data(), id })
}

/// The bytes of the file.
fn file(encryption: &Encryption<'_>, streams: &[(u32, Stream<'_>)]) -> Option<Vec<u8>> {
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (number, stream) in streams {
        places.push((*number, file.len()));
        let (dict, data) = (stream.dict().data(), stream.raw_data());
        writeln!(file, "{number} 0 obj").ok()?;
        // Of two entries with one key the engine takes the last.
        file.extend(dict.strip_suffix(b">>")?);
        write!(file, "/Length {}>>\nstream\n", data.len()).ok()?;
        file.extend(&*data);
        file.extend(b"\nendstream\nendobj\n");
    }
    let catalog = streams.iter().map(|(number, _)| *number).max()?.checked_add(1)?;
    let tree = catalog.checked_add(1)?;
    places.push((catalog, file.len()));
    write!(file, "{catalog} 0 obj\n<</Type/Catalog/Pages {tree} 0 R>>\nendobj\n").ok()?;
    places.push((tree, file.len()));
    write!(file, "{tree} 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n").ok()?;
    let table = file.len();
    file.extend(b"xref\n");
    for (number, place) in places {
        write!(file, "{number} 1\n{place:010} 00000 n \n").ok()?;
    }
    write!(file, "trailer\n<</Root {catalog} 0 R/Encrypt ").ok()?;
    file.extend(encryption.encrypt);
    file.extend(b"/ID[");
    file.extend(encryption.id);
    write!(file, "]>>\nstartxref\n{table}\n%%EOF\n").ok()?;
    Some(file)
}
