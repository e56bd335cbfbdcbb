namespace Dams.Cleaning;

/// <summary>What an attribute holds that can stand in texts too.</summary>
internal enum KnownValueKind
{
    Name,
    Identifier,
    Institution,
    Address,
    Telephone,
    BirthDate,
    Date,
}
