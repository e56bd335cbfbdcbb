namespace Dams.Batches;

/// <summary>How far a run is.</summary>
/// <param name="FilesDone">Number of files that are through.</param>
/// <param name="FilesKnown">Number of files that are known so far.</param>
/// <param name="BytesDone">Bytes of the files that are through.</param>
public sealed record RunProgress(int FilesDone, int FilesKnown, long BytesDone);
