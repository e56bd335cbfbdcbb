namespace Dams.Tests.Benchmark;

/// <summary>What is scored, in the words of the MIDI-B challenge.</summary>
internal enum Category
{
    TextRemoved,
    TextRetained,
    TextNotNull,
    TagRetained,
    DateShifted,
    UidChanged,
    UidConsistent,
    PatIdConsistent,
    PixelsRetained,
    PixelsHidden,
}
