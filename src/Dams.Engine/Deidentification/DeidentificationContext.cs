using System;
using Dams.Cleaning;
using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;
using Dams.Subjects;

namespace Dams.Deidentification;

/// <summary>What is known, and what is remembered, while the elements of one file are de-identified.</summary>
internal sealed class DeidentificationContext
{
    private readonly Lazy<TextCleaner> _cleaner;
    private readonly Lazy<DateShift> _shift;

    public DeidentificationContext(
        DicomFile file, InstanceFacts facts, NewIdentity identity, Profile profile, ProtectionKey key, KnownValues? patient)
    {
        File = file;
        Facts = facts;
        Identity = identity;
        Profile = profile;
        Edits = new EditList(file);
        Private = new PrivateBlocks(profile, file);
        _shift = new Lazy<DateShift>(() => DateShift.ForSubject(key, identity.Subject));
        _cleaner = new Lazy<TextCleaner>(() => MakeCleaner(patient));
    }

    public DicomFile File { get; }

    public ElementTree Tree => File.Dataset;

    public InstanceFacts Facts { get; }

    public NewIdentity Identity { get; }

    public Profile Profile { get; }

    public EditList Edits { get; }

    public PrivateBlocks Private { get; }

    /// <summary>The sequence under D or C that encloses the current element.</summary>
    public SequenceScope Scope { get; set; } = SequenceScope.None;

    public DateShift Shift => _shift.Value;

    public TextCleaner Cleaner => _cleaner.Value;

    private TextCleaner MakeCleaner(KnownValues? patient)
    {
        var known = new KnownValues();
        known.Add(KnownValueReader.Read(File));
        if (patient is not null)
            known.Add(patient);
        if (Profile.Has(ProfileOption.RetainInstitutionIdentity))
            known = known.Without(KnownValueKind.Institution);
        return new TextCleaner(known, Profile.ShiftsDates ? Shift : null, Profile.KeepsDates);
    }
}
