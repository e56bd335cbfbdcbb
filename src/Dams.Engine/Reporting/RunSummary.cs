namespace Dams;

/// <summary>What a batch did.</summary>
/// <param name="Patients">Number of subjects of whom something was taken in.</param>
/// <param name="Series">Number of series that are through.</param>
/// <param name="Instances">Number of instances that came out in this run.</param>
/// <param name="Bytes">Bytes of the source files that are through.</param>
/// <param name="Skipped">Number of files that an earlier run had finished.</param>
/// <param name="Failed">Number of files that did not come out.</param>
/// <param name="Seconds">How long it took.</param>
public sealed record RunSummary(int Patients, int Series, int Instances, long Bytes, int Skipped, int Failed, double Seconds)
{
    /// <summary>Of this batch and another after it.</summary>
    internal RunSummary And(RunSummary next) => new(
        Patients + next.Patients,
        Series + next.Series,
        Instances + next.Instances,
        Bytes + next.Bytes,
        Skipped + next.Skipped,
        Failed + next.Failed,
        Seconds + next.Seconds);

    /// <summary>Of a batch in which nothing happened.</summary>
    public static RunSummary Nothing { get; } = new(0, 0, 0, 0, 0, 0, 0);
}
