package energy.ebbflow.iso15118.message.iso20.service;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;
import java.util.Optional;

/**
 * ServiceSelectionReq. The vehicle selects services.
 *
 * @param header what every message starts with
 * @param selectedEnergyTransferService the chosen energy transfer service
 * @param selectedVasList the chosen value added services
 */
@ExiName("ServiceSelectionReq")
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record ServiceSelectionRequest(
    @ExiElement(value = "Header", namespace = Namespaces.ISO20_COMMON_TYPES) MessageHeader header,
    @ExiElement("SelectedEnergyTransferService") SelectedService selectedEnergyTransferService,
    @ExiElement("SelectedVASList") Optional<SelectedServiceList> selectedVasList)
    implements Iso20Request {}
