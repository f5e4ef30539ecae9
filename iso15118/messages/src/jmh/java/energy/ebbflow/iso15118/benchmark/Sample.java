package energy.ebbflow.iso15118.benchmark;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.message.MessageSet;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso2.Body;
import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.Iso2Message;
import energy.ebbflow.iso15118.message.iso2.PhysicalValue;
import energy.ebbflow.iso15118.message.iso2.UnitSymbol;
import energy.ebbflow.iso15118.message.iso2.certificate.CertificateChain;
import energy.ebbflow.iso15118.message.iso2.certificate.CertificateInstallationResponse;
import energy.ebbflow.iso15118.message.iso2.certificate.ContractSignatureEncryptedPrivateKey;
import energy.ebbflow.iso15118.message.iso2.certificate.DiffieHellmanPublickey;
import energy.ebbflow.iso15118.message.iso2.certificate.Emaid;
import energy.ebbflow.iso15118.message.iso2.certificate.SubCertificates;
import energy.ebbflow.iso15118.message.iso2.charge.ChargeParameterDiscoveryResponse;
import energy.ebbflow.iso15118.message.iso2.charge.DcEvseChargeParameter;
import energy.ebbflow.iso15118.message.iso2.loop.CurrentDemandRequest;
import energy.ebbflow.iso15118.message.iso2.loop.CurrentDemandResponse;
import energy.ebbflow.iso15118.message.iso2.schedule.PmaxSchedule;
import energy.ebbflow.iso15118.message.iso2.schedule.PmaxScheduleEntry;
import energy.ebbflow.iso15118.message.iso2.schedule.RelativeTimeInterval;
import energy.ebbflow.iso15118.message.iso2.schedule.SaScheduleList;
import energy.ebbflow.iso15118.message.iso2.schedule.SaScheduleTuple;
import energy.ebbflow.iso15118.message.iso2.status.DcEvErrorCode;
import energy.ebbflow.iso15118.message.iso2.status.DcEvStatus;
import energy.ebbflow.iso15118.message.iso2.status.DcEvseStatus;
import energy.ebbflow.iso15118.message.iso2.status.DcEvseStatusCode;
import energy.ebbflow.iso15118.message.iso2.status.EvseNotification;
import energy.ebbflow.iso15118.message.iso2.status.IsolationLevel;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import energy.ebbflow.iso15118.message.iso20.ac.AcChargeLoopRequest;
import energy.ebbflow.iso15118.message.iso20.ac.AcChargeLoopResponse;
import energy.ebbflow.iso15118.message.iso20.ac.control.BptDynamicAcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.ac.control.BptDynamicAcClResControlMode;
import energy.ebbflow.iso15118.message.iso20.dc.DcChargeLoopRequest;
import energy.ebbflow.iso15118.message.iso20.dc.DcChargeLoopResponse;
import energy.ebbflow.iso15118.message.iso20.dc.control.BptDynamicDcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.dc.control.BptDynamicDcClResControlMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The messages that are measured, filled as they are in a session. */
public enum Sample {
  /** ISO 15118-2, four times a second in every DC session. */
  CURRENT_DEMAND_REQ(MessageSet.ISO2, "iso2/V2G_CI_MsgDef.xsd") {
    @Override
    V2gMessage message() {
      return iso2(
          new CurrentDemandRequest(
              new DcEvStatus(true, DcEvErrorCode.NO_ERROR, 57),
              value(UnitSymbol.A, 0, 124),
              Optional.of(value(UnitSymbol.V, 0, 440)),
              Optional.of(value(UnitSymbol.A, 0, 200)),
              Optional.of(value(UnitSymbol.W, 2, 800)),
              Optional.of(false),
              false,
              Optional.of(value(UnitSymbol.S, 0, 1800)),
              Optional.of(value(UnitSymbol.S, 0, 900)),
              value(UnitSymbol.V, 0, 400)));
    }
  },
  /** The answer. */
  CURRENT_DEMAND_RES(MessageSet.ISO2, "iso2/V2G_CI_MsgDef.xsd") {
    @Override
    V2gMessage message() {
      return iso2(
          new CurrentDemandResponse(
              energy.ebbflow.iso15118.message.iso2.ResponseCode.OK,
              dcStatus(),
              value(UnitSymbol.V, -1, 3998),
              value(UnitSymbol.A, -1, 1239),
              false,
              false,
              false,
              Optional.of(value(UnitSymbol.V, 0, 500)),
              Optional.of(value(UnitSymbol.A, 0, 200)),
              Optional.of(value(UnitSymbol.W, 2, 800)),
              "DE*EBB*E1234*1",
              1,
              Optional.empty(),
              Optional.of(false)));
    }
  },
  /** ISO 15118-20, bidirectional and dynamic. */
  DC_CHARGE_LOOP_REQ(MessageSet.ISO20_DC, "iso20/V2G_CI_DC.xsd") {
    @Override
    V2gMessage message() {
      return new DcChargeLoopRequest(
          header(),
          Optional.empty(),
          false,
          number(-1, 3998),
          new BptDynamicDcClReqControlMode(
              Optional.of(36_000L),
              number(2, 250),
              number(2, 400),
              number(2, 50),
              number(2, 800),
              number(0, 0),
              number(0, 200),
              number(0, 440),
              number(0, 300),
              number(2, 400),
              number(0, 0),
              number(0, 100),
              Optional.of(number(2, 100)),
              Optional.of(number(1, 20))));
    }
  },
  /** The answer. */
  DC_CHARGE_LOOP_RES(MessageSet.ISO20_DC, "iso20/V2G_CI_DC.xsd") {
    @Override
    V2gMessage message() {
      return new DcChargeLoopResponse(
          header(),
          energy.ebbflow.iso15118.message.iso20.ResponseCode.OK,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          number(-1, 1239),
          number(-1, 3998),
          false,
          false,
          false,
          new BptDynamicDcClResControlMode(
              Optional.empty(),
              Optional.of(20),
              Optional.of(80),
              Optional.of(5),
              number(2, 800),
              number(0, 0),
              number(0, 200),
              number(0, 500),
              number(2, 400),
              number(0, 0),
              number(0, 100),
              number(0, 150)));
    }
  },
  /** ISO 15118-20, bidirectional and dynamic, three phases. */
  AC_CHARGE_LOOP_REQ(MessageSet.ISO20_AC, "iso20/V2G_CI_AC.xsd") {
    @Override
    V2gMessage message() {
      return new AcChargeLoopRequest(
          header(),
          Optional.empty(),
          false,
          new BptDynamicAcClReqControlMode(
              Optional.of(36_000L),
              number(2, 250),
              number(2, 400),
              number(2, 50),
              number(0, 7360),
              Optional.of(number(0, 7360)),
              Optional.of(number(0, 7360)),
              number(0, 0),
              Optional.of(number(0, 0)),
              Optional.of(number(0, 0)),
              number(0, 3680),
              Optional.of(number(0, 3680)),
              Optional.of(number(0, 3680)),
              number(0, 0),
              Optional.empty(),
              Optional.empty(),
              number(0, 7360),
              Optional.of(number(0, 7360)),
              Optional.of(number(0, 7360)),
              number(0, 0),
              Optional.of(number(0, 0)),
              Optional.of(number(0, 0)),
              Optional.empty(),
              Optional.empty()));
    }
  },
  /** The answer. */
  AC_CHARGE_LOOP_RES(MessageSet.ISO20_AC, "iso20/V2G_CI_AC.xsd") {
    @Override
    V2gMessage message() {
      return new AcChargeLoopResponse(
          header(),
          energy.ebbflow.iso15118.message.iso20.ResponseCode.OK,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.of(number(-2, 5001)),
          new BptDynamicAcClResControlMode(
              Optional.empty(),
              Optional.of(20),
              Optional.of(80),
              Optional.of(5),
              number(0, -3680),
              Optional.of(number(0, -3680)),
              Optional.of(number(0, -3680)),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.of(number(0, -3650)),
              Optional.empty(),
              Optional.empty()));
    }
  },
  /** ISO 15118-2 with a day of quarter hours. */
  CHARGE_PARAMETER_DISCOVERY_RES(MessageSet.ISO2, "iso2/V2G_CI_MsgDef.xsd") {
    @Override
    V2gMessage message() {
      List<PmaxScheduleEntry> entries = new ArrayList<>();
      for (int quarter = 0; quarter < 96; quarter++) {
        entries.add(
            new PmaxScheduleEntry(
                new RelativeTimeInterval(900 * quarter, Optional.of(900)),
                value(UnitSymbol.W, 1, 1100)));
      }
      return iso2(
          new ChargeParameterDiscoveryResponse(
              energy.ebbflow.iso15118.message.iso2.ResponseCode.OK,
              energy.ebbflow.iso15118.message.iso2.EvseProcessing.FINISHED,
              Optional.of(
                  new SaScheduleList(
                      List.of(
                          new SaScheduleTuple(1, new PmaxSchedule(entries), Optional.empty())))),
              new DcEvseChargeParameter(
                  dcStatus(),
                  value(UnitSymbol.A, 0, 200),
                  value(UnitSymbol.W, 2, 800),
                  value(UnitSymbol.V, 0, 500),
                  value(UnitSymbol.A, 0, 0),
                  value(UnitSymbol.V, 0, 150),
                  Optional.empty(),
                  value(UnitSymbol.A, 0, 1),
                  Optional.empty())));
    }
  },
  /** ISO 15118-2 with two chains of three certificates. */
  CERTIFICATE_INSTALLATION_RES(MessageSet.ISO2, "iso2/V2G_CI_MsgDef.xsd") {
    @Override
    V2gMessage message() {
      return iso2(
          new CertificateInstallationResponse(
              energy.ebbflow.iso15118.message.iso2.ResponseCode.OK,
              chain("id0"),
              chain("id1"),
              new ContractSignatureEncryptedPrivateKey("id2", octets(48)),
              new DiffieHellmanPublickey("id3", octets(65)),
              new Emaid("id4", "DE8AA1A2B3C4D59")));
    }
  };

  private final MessageSet set;
  private final String schema;

  Sample(MessageSet set, String schema) {
    this.set = set;
    this.schema = schema;
  }

  abstract V2gMessage message();

  MessageSet set() {
    return set;
  }

  String schema() {
    return schema;
  }

  private static Iso2Message iso2(BodyElement body) {
    return new Iso2Message(
        new energy.ebbflow.iso15118.message.iso2.MessageHeader(
            octets(8), Optional.empty(), Optional.empty()),
        new Body(Optional.of(body)));
  }

  private static MessageHeader header() {
    return new MessageHeader(octets(8), 1_767_225_600L, Optional.empty());
  }

  private static PhysicalValue value(UnitSymbol unit, int multiplier, int value) {
    return new PhysicalValue(multiplier, unit, value);
  }

  private static RationalNumber number(int exponent, int value) {
    return new RationalNumber(exponent, value);
  }

  private static DcEvseStatus dcStatus() {
    return new DcEvseStatus(
        0, EvseNotification.NONE, Optional.of(IsolationLevel.VALID), DcEvseStatusCode.EVSE_READY);
  }

  private static CertificateChain chain(String id) {
    return new CertificateChain(
        Optional.of(id),
        octets(700),
        Optional.of(new SubCertificates(List.of(octets(640), octets(620)))));
  }

  private static Octets octets(int length) {
    byte[] octets = new byte[length];
    for (int i = 0; i < length; i++) {
      octets[i] = (byte) (31 * i + 7);
    }
    return Octets.of(octets);
  }
}
