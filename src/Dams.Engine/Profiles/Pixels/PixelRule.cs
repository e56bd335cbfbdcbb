using System.Collections.Generic;
using System.Text.RegularExpressions;

namespace Dams.Profiles.Pixels;

/// <summary>What to black out in the images of which devices.</summary>
/// <param name="Conditions">Texts of attributes by keyword, with <c>*</c> for any characters; all have to hold.</param>
/// <param name="Rectangles">What to black out; a rectangle without area marks images that need nothing.</param>
/// <param name="OutsideRegions">Whether to black out what lies above and below the ultrasound regions of the image.</param>
internal sealed record PixelRule(
    IReadOnlyList<KeyValuePair<string, Regex>> Conditions, IReadOnlyList<PixelRectangle> Rectangles, bool OutsideRegions);
