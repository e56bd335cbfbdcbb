namespace Dams.Deidentification.Pixels;

/// <summary>What is known of text that is burned into an image.</summary>
/// <param name="Reasons">Why it is suspected; none where it is not.</param>
internal sealed record PixelVerdict(BurnedInText Text, BurnedInReasons Reasons)
{
    /// <summary>There is no sign of text.</summary>
    public static readonly PixelVerdict NoText = new(BurnedInText.None, BurnedInReasons.None);

    /// <summary>Nothing was blacked out: it depends on what is suspected.</summary>
    public static PixelVerdict Unchanged(BurnedInReasons reasons) =>
        reasons == BurnedInReasons.None ? NoText : new(BurnedInText.Suspected, reasons);

    /// <summary>The same with one reason more.</summary>
    public PixelVerdict Suspect(BurnedInReasons reason) => new(BurnedInText.Suspected, Reasons | reason);
}
