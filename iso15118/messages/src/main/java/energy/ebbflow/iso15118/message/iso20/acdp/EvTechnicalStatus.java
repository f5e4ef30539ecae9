package energy.ebbflow.iso15118.message.iso20.acdp;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import java.util.Optional;

/**
 * EVTechnicalStatusType. The state of the vehicle.
 *
 * @param evReadyToCharge whether the vehicle is ready
 * @param evImmobilizationRequest whether the vehicle asks to be kept from moving
 * @param evImmobilized whether the vehicle is kept from moving
 * @param evWlanStrength how well the vehicle receives the wireless network; the schema does not
 *     state the unit
 * @param evcpStatus the pilot state that the vehicle sees
 * @param evSoc the state of charge now; %, 0 to 100
 * @param evErrorCode what is wrong with the vehicle
 * @param evTimeout whether a time of the vehicle has run out
 */
@ExiType(namespace = Namespaces.ISO20_ACDP)
public record EvTechnicalStatus(
    @ExiElement("EVReadyToCharge") boolean evReadyToCharge,
    @ExiElement("EVImmobilizationRequest") boolean evImmobilizationRequest,
    @ExiElement("EVImmobilized") Optional<Boolean> evImmobilized,
    @ExiElement("EVWLANStrength") Optional<RationalNumber> evWlanStrength,
    @ExiElement("EVCPStatus") Optional<CpStatus> evcpStatus,
    @ExiElement("EVSOC") @Range(min = 0, max = 100) Optional<Integer> evSoc,
    @ExiElement("EVErrorCode") Optional<ErrorCode> evErrorCode,
    @ExiElement("EVTimeout") Optional<Boolean> evTimeout) {

  /** Checks the bounds that the schema sets. */
  public EvTechnicalStatus {
    Facets.range("EVSOC", evSoc, 0, 100);
  }
}
