namespace Dams;

/// <summary>Something that the user should know and that stopped nothing.</summary>
/// <param name="Id">Its stable name.</param>
/// <param name="Message">What it is and what to do; no patient's value and no source path.</param>
public sealed record RunWarning(string Id, string Message);
