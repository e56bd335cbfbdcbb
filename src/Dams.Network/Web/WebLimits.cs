namespace Dams.Network.Web;

/// <summary>What one answer of a service may ask of this machine.</summary>
internal static class WebLimits
{
    /// <summary>Kilobytes of the header of an answer.</summary>
    public const int AnswerHeader = 32;

    /// <summary>Bytes of an answer in JSON: some ten thousand studies.</summary>
    public const int Json = 64 * 1024 * 1024;

    /// <summary>Objects and arrays in one another in JSON: three for each sequence of a dataset.</summary>
    public const int JsonDepth = 64;

    /// <summary>Bytes of the header of a part, and of what stands before the first one.</summary>
    public const int PartHeader = 16 * 1024;

    /// <summary>Bytes of a part: an instance whose values are not fragmented has less than 4 GiB of pixels.</summary>
    public const long Part = 8L * 1024 * 1024 * 1024;

    /// <summary>Parts of an answer, which is a study.</summary>
    public const int Parts = 200_000;

    /// <summary>Redirections that are followed one after the other.</summary>
    public const int Redirections = 5;
}
