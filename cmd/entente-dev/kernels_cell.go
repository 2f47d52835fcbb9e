package main

import "fmt"

// The kernels of cells take eight numbers of 32 bits at a time. Products of 64
// bits are made of the even and the odd ones by themselves; of each product the
// 32 bits behind the shift are kept, as a conversion to int32 keeps them.

// constant fills all parts of a register with a number.
func (o *assembly) constant(value, reg int, wide bool) {
	o.line("MOVQ $%d, AX", value)
	o.line("VMOVQ AX, X%d", reg)
	if wide {
		o.line("VPBROADCASTQ X%d, Y%d", reg, reg)
	} else {
		o.line("VPBROADCASTD X%d, Y%d", reg, reg)
	}
}

// product sets Y0 to Y1*Y2 with a rounding, in all parts of a register, shifted
// to the right. Y1 and Y2 are used up.
func (o *assembly) product(round, shift int) {
	o.line("VPMULDQ Y1, Y2, Y0")
	o.line("VPSRLQ $32, Y1, Y1")
	o.line("VPSRLQ $32, Y2, Y2")
	o.line("VPMULDQ Y1, Y2, Y1")
	o.line("VPADDQ Y%d, Y0, Y0", round)
	o.line("VPADDQ Y%d, Y1, Y1", round)
	o.line("VPSRLQ $%d, Y0, Y0", shift)
	o.line("VPSLLQ $%d, Y1, Y1", 32-shift)
	o.line("VPBLENDD $0xAA, Y1, Y0, Y0")
}

// The registers of constants.
const (
	regRound24 = 15 // 1<<23, 64 bits
	regMiddle  = 14 // 4096
	regZero    = 13
	regTop     = 12 // 8191
	regOne     = 11 // 1<<15
	regRound18 = 10 // 1<<17
	regRound15 = 9  // 1<<14, 64 bits
)

// value sets Y0 to the values of the sums at an address.
func (o *assembly) value(sums, scale, bias string) {
	o.line("VMOVDQU %s, Y1", sums)
	o.line("VMOVDQU %s, Y2", scale)
	o.product(regRound24, 24)
	o.line("VPADDD %s, Y0, Y0", bias)
}

// curve sets a register to the tangents of Y0, or to the sigmoids.
func (o *assembly) curve(sigmoid bool, to int) {
	shift := 3
	if sigmoid {
		shift = 4
	}
	o.line("VPSRAD $%d, Y0, Y0", shift)
	o.line("VPADDD Y%d, Y0, Y0", regMiddle)
	o.line("VPMAXSD Y%d, Y0, Y0", regZero)
	o.line("VPMINSD Y%d, Y0, Y0", regTop)
	o.line("VPCMPEQD Y2, Y2, Y2")
	o.line("VPGATHERDD Y2, (R13)(Y0*2), Y%d", to)
	o.line("VPSRAD $16, Y%d, Y%d", to, to)
	if sigmoid {
		o.line("VPADDD Y%d, Y%d, Y%d", regOne, to, to)
		o.line("VPSRAD $1, Y%d, Y%d", to, to)
	}
}

// step writes the kernel of a step of cells: gates in the order input, forget,
// output, candidate.
func (o *assembly) step() {
	o.function("step256", 72)
	for i, reg := range []string{"DI", "R8", "R9", "R10", "R11", "R12", "R13", "SI", "CX"} {
		o.line("MOVQ %s+%d(FP), %s", []string{"sums", "scale", "bias", "last", "cell", "out", "curve", "gate", "groups"}[i], 8*i, reg)
	}
	o.line("LEAQ (SI)(SI*2), BX")
	o.constant(1<<23, regRound24, true)
	o.constant(4096, regMiddle, false)
	o.line("VPXOR Y%d, Y%d, Y%d", regZero, regZero, regZero)
	o.constant(8191, regTop, false)
	o.constant(1<<15, regOne, false)
	o.constant(1<<17, regRound18, false)
	o.constant(1<<14, regRound15, true)
	gate := func(at string) { o.value("(DI)"+at, "(R8)"+at, "(R9)"+at) }
	fmt.Fprintf(o, "loop:\n")
	gate("")
	o.curve(true, 3)
	gate("(BX*1)")
	o.curve(false, 4)
	o.line("VPMADDWD Y3, Y4, Y4")
	o.line("VPADDD Y%d, Y4, Y4", regRound18)
	o.line("VPSRAD $18, Y4, Y4")
	gate("(SI*1)")
	o.curve(true, 1)
	o.line("VMOVDQU (R10), Y2")
	o.product(regRound15, 15)
	o.line("VPADDD Y0, Y4, Y0")
	o.line("VMOVDQU Y0, (R11)")
	o.curve(false, 4)
	gate("(SI*2)")
	o.curve(true, 3)
	o.line("VPMADDWD Y3, Y4, Y4")
	o.line("VPADDD Y%d, Y4, Y4", regRound18)
	o.line("VPSRAD $18, Y4, Y4")
	o.pack(4)
	o.turn("DI", "R8", "R9", "R10", "R11")
}

// pack writes a register's eight numbers to R12, in 16 bits, cut off there.
func (o *assembly) pack(from int) {
	o.line("VEXTRACTI128 $1, Y%d, X0", from)
	o.line("VPACKSSDW X0, X%d, X%d", from, from)
	o.line("VMOVDQU X%d, (R12)", from)
}

// turn goes on to the next eight numbers, or ends the kernel; regs point to
// numbers of 32 bits.
func (o *assembly) turn(regs ...string) {
	for _, reg := range regs {
		o.line("ADDQ $32, %s", reg)
	}
	o.line("ADDQ $16, R12")
	o.line("DECQ CX")
	o.line("JNZ loop")
	o.line("VZEROUPPER")
	o.line("RET")
}

// values writes the kernel of outputs.
func (o *assembly) values() {
	o.function("values256", 48)
	for i, reg := range []string{"R12", "DI", "R8", "R9", "AX", "CX"} {
		o.line("MOVQ %s+%d(FP), %s", []string{"out", "sums", "scale", "bias", "shift", "groups"}[i], 8*i, reg)
	}
	o.line("VMOVQ AX, X4")
	o.constant(1<<23, regRound24, true)
	fmt.Fprintf(o, "loop:\n")
	o.value("(DI)", "(R8)", "(R9)")
	o.line("VPSRAD X4, Y0, Y1")
	o.line("VPMAXSD Y1, Y0, Y3")
	o.pack(3)
	o.turn("DI", "R8", "R9")
}
