//! How many pixels an image unpacks to. The dictionary of an image gives a width and a height, but
//! its compressed data may give larger ones, and the engine takes memory for those.

use hayro_syntax::Filter;
use hayro_syntax::object::{Array, Dict, Object, Stream};

/// The pixels of an image whose dictionary gives this width and height: the larger of both numbers.
pub(crate) fn pixels(image: &Stream<'_>, width: u32, height: u32) -> u64 {
    let declared = u64::from(width).saturating_mul(u64::from(height));
    let filters = image.filters();
    let own = match filters.iter().as_slice() {
        [.., Filter::CcittFaxDecode] => fax(image.dict(), height),
        [Filter::DctDecode] => jpeg(&image.raw_data()),
        [Filter::JpxDecode] => jpeg_2000(&image.raw_data()),
        _ => 0,
    };
    declared.max(own)
}

/// Pixels in a line of a fax without `Columns`: the default of the PDF standard.
const FAX: u64 = 1_728;

fn fax(dict: &Dict<'_>, height: u32) -> u64 {
    let all = parameters(dict);
    let own = |key: &str| {
        let largest = all.iter().filter_map(|all| all.get::<usize>(key)).max()?;
        u64::try_from(largest).ok()
    };
    let rows = u64::from(height).max(own("Rows").unwrap_or(0));
    own("Columns").unwrap_or(FAX).saturating_mul(rows)
}

/// The parameters of all filters, in order.
fn parameters<'a>(dict: &Dict<'a>) -> Vec<Dict<'a>> {
    let keys = ["DecodeParms", "DP"];
    let one = keys.iter().find_map(|key| dict.get::<Dict<'a>>(*key));
    let several = || keys.iter().find_map(|key| dict.get::<Array<'a>>(*key));
    match one {
        Some(one) => vec![one],
        None => several().map_or_else(Vec::new, |list| {
            list.iter::<Object<'a>>().filter_map(Object::into_dict).collect()
        }),
    }
}

/// Height times width in the frame header of a JPEG; the largest if there are several.
fn jpeg(data: &[u8]) -> u64 {
    let frames = data.windows(9).filter_map(|bytes| match *bytes {
        // The markers of frames are C0 to CF without C4, C8 and CC, which mark other things.
        [0xFF, 0xC0..=0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF, _, _, _, h, i, w, x] => {
            Some(product([u16::from_be_bytes([h, i]).into(), u16::from_be_bytes([w, x]).into()]))
        }
        _ => None,
    });
    frames.max().unwrap_or(0)
}

/// Width times height in the size segment of a JPEG 2000, which is the first segment.
fn jpeg_2000(data: &[u8]) -> u64 {
    const MARK: [u8; 4] = [0xFF, 0x4F, 0xFF, 0x51];
    let Some(at) = data.windows(MARK.len()).position(|bytes| bytes == MARK) else { return 0 };
    let size = data.get(at + MARK.len() + 4..).unwrap_or_default();
    match size.as_chunks::<4>().0 {
        [width, height, ..] => product([u32::from_be_bytes(*width), u32::from_be_bytes(*height)]),
        _ => 0,
    }
}

fn product([width, height]: [u32; 2]) -> u64 {
    u64::from(width).saturating_mul(u64::from(height))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_frame_of_a_jpeg_is_measured() {
        let data = [0xFF, 0xD8, 0xFF, 0xC0, 0, 17, 8, 0x10, 0, 0x20, 1, 3];
        assert_eq!(jpeg(&data), 0x1000 * 0x2001);
        assert_eq!(jpeg(&data[..8]), 0);
    }

    #[test]
    fn the_size_of_a_jpeg_2000_is_measured() {
        let data = [0xFF, 0x4F, 0xFF, 0x51, 0, 47, 0, 0, 0, 1, 0, 0, 0, 0, 0, 9];
        assert_eq!(jpeg_2000(&data), 0x10000 * 9);
        assert_eq!(jpeg_2000(&data[..10]), 0);
    }
}
