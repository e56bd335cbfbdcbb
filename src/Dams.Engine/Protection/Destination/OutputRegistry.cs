using System.Collections.Generic;
using Dams.Files.Fingerprints;

namespace Dams.Protection.Destination;

/// <summary>What a run has written, to tell apart files that share a SOP Instance UID. Safe for use by several threads.</summary>
/// <remarks>Memory: about 80 bytes for each file of the run, since names and UIDs are remembered by their fingerprints.</remarks>
internal sealed class OutputRegistry
{
    private readonly Dictionary<ulong, ulong> _names = [];
    private readonly Dictionary<ulong, ulong> _instances = [];

    /// <summary>How an output relates to the earlier outputs of the run.</summary>
    public enum ClaimResult
    {
        /// <summary>Nothing like it was written.</summary>
        New,

        /// <summary>Another file has its SOP Instance UID, but other bytes.</summary>
        SharesInstanceUid,

        /// <summary>It was written already, from the same bytes.</summary>
        SameBytes,

        /// <summary>Its name was given to other bytes.</summary>
        NameTaken,
    }

    /// <summary>Removes an output that did not get its name.</summary>
    public void Release(string path)
    {
        lock (_names)
            _names.Remove(Fingerprint.Compute(path));
    }

    /// <summary>Registers an output that is about to get its name.</summary>
    public ClaimResult Claim(string path, string newInstanceUid, ulong fingerprint)
    {
        lock (_names)
        {
            var name = Fingerprint.Compute(path);
            if (_names.TryGetValue(name, out var known))
                return known == fingerprint ? ClaimResult.SameBytes : ClaimResult.NameTaken;
            _names.Add(name, fingerprint);
            var instance = Fingerprint.Compute(newInstanceUid);
            if (!_instances.TryGetValue(instance, out var first))
                _instances.Add(instance, fingerprint);
            else if (first != fingerprint)
                return ClaimResult.SharesInstanceUid;
            return ClaimResult.New;
        }
    }
}
