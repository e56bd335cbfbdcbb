using System;
using System.Collections.Generic;
using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;
using Dams.Profiles;
using Dams.Subjects;

namespace Dams.Deidentification;

/// <summary>What is known, and what is remembered, while the elements of one file are de-identified.</summary>
internal sealed class DeidentificationContext
{
    private readonly Lazy<PatientCleaner> _cleaner;
    private readonly Lazy<HashSet<string>> _instanceUids;
    private readonly Func<string, string> _mapUid;
    private readonly Lazy<DateShift> _shift;

    public DeidentificationContext(
        DicomFile file, InstanceFacts facts, NewIdentity identity, Profile profile, ProtectionKey key, UidMap uids, Func<DeidentificationContext, PatientCleaner> makeCleaner)
    {
        File = file;
        Facts = facts;
        Identity = identity;
        Profile = profile;
        Edits = new EditList(file);
        Private = new PrivateBlocks(profile, file);
        _shift = new Lazy<DateShift>(() => DateShift.ForSubject(key, identity.Subject));
        _mapUid = uids.Map;
        _cleaner = new Lazy<PatientCleaner>(() => makeCleaner(this));
        _instanceUids = new Lazy<HashSet<string>>(ReadInstanceUids);
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

    /// <summary>The UIDs of instances and of what belongs to them: all that stand where the profile gives new ones.</summary>
    public ISet<string> InstanceUids => _instanceUids.Value;

    /// <summary>The attributes of which a cleaned text was shortened, since its value representation has no room for all of it.</summary>
    public ISet<Tag> Shortened { get; } = new HashSet<Tag>();

    /// <summary>The new UID for an old one.</summary>
    public string MapUid(string uid) => _mapUid(uid);

    public DateShift Shift => _shift.Value;

    public PatientCleaner Cleaner => _cleaner.Value;

    /// <summary>What a rule asks for an element: where that depends on the type of the attribute, by the IOD of the instance.</summary>
    public RuleAction ActionOf(Rule rule, int index) => rule.DependsOnType
        ? rule.Resolve(AttributeTypes.Standard.Find(Facts.SOPClassUID, Tree, index))
        : rule.Action;

    private HashSet<string> ReadInstanceUids()
    {
        var uids = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < Tree.Count; i++)
        {
            File.Source.Cancellation.ThrowIfCancellationRequested();
            if (Tree[i].Vr == Vr.UI && Profile.RuleFor(Tree[i].Tag, Vr.UI).Action == RuleAction.MapUid)
                uids.UnionWith(File.Values.Texts(Tree, i));
        }
        return uids;
    }
}
