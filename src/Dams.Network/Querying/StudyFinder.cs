using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using Dams.Network.Nodes;
using FellowOakDicom;
using FellowOakDicom.Network;

namespace Dams.Network.Querying;

/// <summary>Asks a node for studies (C-FIND, PS3.4 annex C, Study Root).</summary>
internal sealed class StudyFinder(ConnectionOptions options, CancellationToken cancellation) : IStudyFinder
{
    private static readonly DicomUID Model = DicomUID.StudyRootQueryRetrieveInformationModelFind;

    private NodeConnection? _connection;

    /// <inheritdoc/>
    public IReadOnlyList<DicomStudy> Find(StudyQuery query)
    {
        if (_connection is not { IsOpen: true })
        {
            _connection?.Dispose();
            _connection = NodeConnection.Open(
                options,
                contexts => contexts.Add(Model, DicomTransferSyntax.ExplicitVRLittleEndian, DicomTransferSyntax.ImplicitVRLittleEndian),
                cancellation);
        }
        if (!_connection.Accepts(Model.UID))
            throw NetworkErrors.ServiceNotOffered(options.Node.ToString(), "queries (C-FIND, Study Root)");
        var answers = _connection.Send(RequestOf(query), cancellation);
        var last = answers[^1].Status;
        return last.State is DicomState.Success
            ? [.. answers.Where(answer => answer.HasDataset).Select(answer => StudyOf(answer.Dataset))]
            : throw NetworkErrors.FindRefused(options.Node.ToString(), last.Code);
    }

    public void Dispose() => _connection?.Dispose();

    private static DicomCFindRequest RequestOf(StudyQuery query)
    {
        var request = new DicomCFindRequest(DicomQueryRetrieveLevel.Study);
        var keys = request.Dataset;
#pragma warning disable CS0618 // A list may hold ids that are longer than the standard allows, as the archive does.
        keys.AutoValidate = false;
#pragma warning restore CS0618
        if (!string.Concat(query.PatientID, query.AccessionNumber).All(char.IsAscii))
            keys.AddOrUpdate(DicomTag.SpecificCharacterSet, "ISO_IR 192");
        keys.AddOrUpdate(DicomTag.PatientID, query.PatientID);
        keys.AddOrUpdate(DicomTag.AccessionNumber, query.AccessionNumber);
        keys.AddOrUpdate(DicomTag.StudyInstanceUID, query.StudyInstanceUID);
        keys.AddOrUpdate(DicomTag.StudyDate, query.StudyDate);
        keys.AddOrUpdate(DicomTag.ModalitiesInStudy, query.Modality);
        keys.AddOrUpdate(DicomTag.StudyDescription, "");
        keys.AddOrUpdate(DicomTag.NumberOfStudyRelatedSeries, "");
        keys.AddOrUpdate(DicomTag.NumberOfStudyRelatedInstances, "");
        return request;
    }

    private DicomStudy StudyOf(DicomDataset found) => new(
        options.Node,
        Text(found, DicomTag.StudyInstanceUID),
        Text(found, DicomTag.PatientID),
        Text(found, DicomTag.AccessionNumber),
        Text(found, DicomTag.StudyDate),
        Text(found, DicomTag.StudyDescription),
        found.TryGetValues<string>(DicomTag.ModalitiesInStudy, out var modalities) ? [.. modalities.Where(text => text.Length > 0)] : [],
        Number(found, DicomTag.NumberOfStudyRelatedSeries),
        Number(found, DicomTag.NumberOfStudyRelatedInstances));

    private static string Text(DicomDataset found, DicomTag tag) =>
        found.TryGetString(tag, out var text) ? (text ?? "").Trim(' ', '\0') : "";

    private static int? Number(DicomDataset found, DicomTag tag) =>
        int.TryParse(Text(found, tag), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
