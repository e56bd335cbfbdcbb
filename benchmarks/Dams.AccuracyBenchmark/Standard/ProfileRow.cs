namespace Dams.Benchmarks.Accuracy.Standard;

/// <summary>What table E.1-1 of PS3.15 says of an attribute: letters, empty where it says nothing.</summary>
internal sealed record ProfileRow(
    string Basic, string Device, string Patient, string FullDates, string ModifiedDates, string Descriptors);
