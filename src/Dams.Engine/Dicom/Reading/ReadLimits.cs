namespace Dams.Dicom.Reading;

/// <summary>
/// What one file may ask of the machine. Files come from anywhere: what passes a limit is refused with
/// <see cref="DicomErrors.TooManyElements"/>, <see cref="DicomErrors.ValueTooLong"/> or <see cref="DicomErrors.PassesLimit"/>. Together
/// they keep one file below 256 MiB of memory, and its time linear in its bytes. Every known object stays far below them.
/// </summary>
internal static class ReadLimits
{
    /// <summary>Elements and items of a file: 32 bytes of memory each, and as much for each that changes.</summary>
    public const int Elements = 2_000_000;

    /// <summary>Items inside items: the way from an element up to the root has no more steps than this.</summary>
    public const int Depth = 5_000;

    /// <summary>Unknown values (UN) inside unknown values that are taken for sequences; the one place that recurses.</summary>
    public const int UnknownDepth = 32;

    /// <summary>Headers and unknown values for which two readings have to be tried.</summary>
    public const int Guesses = 10_000;

    /// <summary>Bytes of a value that is read as a whole.</summary>
    public const int ValueLength = 16 * 1024 * 1024;

    /// <summary>Characters of a text in which names, numbers and dates are looked for, which takes 50 times as many bytes.</summary>
    public const int SearchedLength = 2 * 1024 * 1024;

    /// <summary>Bytes of a deflated dataset when it is inflated; it is inflated several times and kept nowhere.</summary>
    public const long InflatedLength = 512L * 1024 * 1024;

    /// <summary>Bytes that the edits to a file put into it.</summary>
    public const int NewBytes = 32 * 1024 * 1024;

    /// <summary>Different names, numbers and dates of a file that are looked for in its texts.</summary>
    public const int KnownValues = 10_000;

    /// <summary>Different private creators of a file.</summary>
    public const int Creators = 10_000;
}
