package energy.ebbflow.iso15118.message.din.service;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;

/**
 * ServiceType. A service on offer.
 *
 * @param serviceTag what identifies the service
 * @param freeService whether the service costs nothing
 */
@ExiType(namespace = Namespaces.DIN_MSG_DATA_TYPES)
public record Service(
    @ExiElement("ServiceTag") ServiceTag serviceTag,
    @ExiElement("FreeService") boolean freeService) {}
