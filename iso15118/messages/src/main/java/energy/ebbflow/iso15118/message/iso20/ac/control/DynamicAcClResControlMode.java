package energy.ebbflow.iso15118.message.iso20.ac.control;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import java.util.Optional;

/**
 * Dynamic_AC_CLResControlMode. Dynamic control: what the station allows, for charging.
 *
 * @param departureTime when the user wants to leave; s from now, 0 to 4294967295
 * @param minimumSoc the state of charge to reach as soon as possible and never to fall below; %, 0
 *     to 100
 * @param targetSoc the state of charge wanted at departure; %, 0 to 100
 * @param ackMaxDelay within which time the vehicle has to answer; s, 0 to 65535
 * @param evseTargetActivePower the active power that the vehicle shall take, below 0 to give; W
 * @param evseTargetActivePowerL2 the same on phase L2; W
 * @param evseTargetActivePowerL3 the same on phase L3; W
 * @param evseTargetReactivePower the reactive power that the vehicle shall have; var
 * @param evseTargetReactivePowerL2 the same on phase L2; var
 * @param evseTargetReactivePowerL3 the same on phase L3; var
 * @param evsePresentActivePower the active power to the vehicle now, below 0 when it gives; W
 * @param evsePresentActivePowerL2 the same on phase L2; W
 * @param evsePresentActivePowerL3 the same on phase L3; W
 */
@ExiName("Dynamic_AC_CLResControlMode")
@ExiType(namespace = Namespaces.ISO20_AC)
public record DynamicAcClResControlMode(
    @ExiElement(value = "DepartureTime", namespace = Namespaces.ISO20_COMMON_TYPES)
        @Range(min = 0, max = 4294967295L)
        Optional<Long> departureTime,
    @ExiElement(value = "MinimumSOC", namespace = Namespaces.ISO20_COMMON_TYPES)
        @Range(min = 0, max = 100)
        Optional<Integer> minimumSoc,
    @ExiElement(value = "TargetSOC", namespace = Namespaces.ISO20_COMMON_TYPES)
        @Range(min = 0, max = 100)
        Optional<Integer> targetSoc,
    @ExiElement(value = "AckMaxDelay", namespace = Namespaces.ISO20_COMMON_TYPES)
        @Range(min = 0, max = 65535)
        Optional<Integer> ackMaxDelay,
    @ExiElement("EVSETargetActivePower") RationalNumber evseTargetActivePower,
    @ExiElement("EVSETargetActivePower_L2") Optional<RationalNumber> evseTargetActivePowerL2,
    @ExiElement("EVSETargetActivePower_L3") Optional<RationalNumber> evseTargetActivePowerL3,
    @ExiElement("EVSETargetReactivePower") Optional<RationalNumber> evseTargetReactivePower,
    @ExiElement("EVSETargetReactivePower_L2") Optional<RationalNumber> evseTargetReactivePowerL2,
    @ExiElement("EVSETargetReactivePower_L3") Optional<RationalNumber> evseTargetReactivePowerL3,
    @ExiElement("EVSEPresentActivePower") Optional<RationalNumber> evsePresentActivePower,
    @ExiElement("EVSEPresentActivePower_L2") Optional<RationalNumber> evsePresentActivePowerL2,
    @ExiElement("EVSEPresentActivePower_L3") Optional<RationalNumber> evsePresentActivePowerL3)
    implements AcClResControlMode, V2gMessage {

  /** Checks the bounds that the schema sets. */
  public DynamicAcClResControlMode {
    Facets.range("DepartureTime", departureTime, 0, 4294967295L);
    Facets.range("MinimumSOC", minimumSoc, 0, 100);
    Facets.range("TargetSOC", targetSoc, 0, 100);
    Facets.range("AckMaxDelay", ackMaxDelay, 0, 65535);
  }
}
